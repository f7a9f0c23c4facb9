// What a chapter of the Terms of Reference brings to the page: see ../../README.md. All of it is light; pages are loaded when asked for.
import type { Icon } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';

import type { Schemas } from '../api/client';
import type { Catalogue } from '../locales/catalogue';
import type { Say } from '../locales/gaps';

/** Where one can go from everywhere. Its label is the word `nav.<key>`. */
export interface Place {
  to: string;
  key: string;
  icon: Icon;
  /** Also for those who hold no seat: guests and additional representatives. */
  withoutSeat?: boolean;
}

export type Task = Schemas['DeskTask'];

/** How the desk shows a task of one kind. Its words are `desk.task.<kind>`. */
export interface TaskKind {
  /** Where it is done. */
  to: (about: Task['about']) => string;
  /** Which part of that page, where it has one of its own for it. */
  hash?: string;
  /** Does it at the desk itself, in place of the way there. */
  Action?: ComponentType<{ task: Task }>;
  /** Shows all tasks of this kind at the desk in one, in place of a row for each. */
  Together?: ComponentType<{ tasks: Task[] }>;
}

/** Something that the palette leads to. */
export interface Found {
  label: string;
  /** What else it is known by, or where it is. */
  hint?: string;
  to: string;
  hash?: string;
}

/** What of the chapter fits a text; with the queries of its pages, so that little is asked for twice. */
export type Finder = (queryClient: QueryClient, text: string) => Promise<Found[]>;

/** Of the few acts that anybody begins from anywhere, those that the reader may do now; each with the form open. */
export type Acts = (queryClient: QueryClient, t: Say) => Promise<Found[]>;

/** By the names that the server gives to kinds of tasks. */
export type TaskKinds = Record<string, TaskKind>;

export interface Chapter<Routes extends AnyRoute = AnyRoute, Doors extends AnyRoute = AnyRoute> {
  name: string;
  places: Place[];
  /** Of a chapter without places: another's, under which its pages lie. */
  under?: string;
  /** The pages in the frame. */
  routes: Routes[];
  /** The pages outside, for those who aren't signed in. */
  doors: Doors[];
  tasks: TaskKinds;
  /** What stands of it on the desk beside its tasks: light, and more is loaded only where there is something to show. */
  AtDesk?: ComponentType;
  /** What stands of it on the strategic page, once the totals of the last rounds are verified there. It is loaded when that page is. */
  AtAGlance?: ComponentType;
  /** What the palette finds of it, under the label of its first place; loaded when somebody looks. */
  finds?: () => Promise<{ finds: Finder }>;
  /** What the palette offers to do of it. */
  acts?: () => Promise<{ acts: Acts }>;
  words: Catalogue;
}

type Brought<Routes extends AnyRoute, Doors extends AnyRoute> = Pick<Chapter, 'name' | 'words'> &
  Partial<Chapter<Routes, Doors>>;

/** A chapter of what it brings; what it leaves out it has none of. */
export function chapter<Routes extends AnyRoute = never, Doors extends AnyRoute = never>(
  brought: Brought<Routes, Doors>,
): Chapter<Routes, Doors> {
  return { places: [], routes: [], doors: [], tasks: {}, ...brought };
}
