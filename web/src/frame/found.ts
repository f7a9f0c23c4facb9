// What fits a text, of all chapters: what awaits the reader, what they may begin, pages, and what each chapter finds of its own.
import type { QueryClient } from '@tanstack/react-query';

import type { Chapter, Found, Place } from '../chapters/chapter';
import { deskQuery } from '../chapters/desk/queries';
import { chapters, taskKinds } from '../chapters/index';
import { fits } from '../components/fits';
import type { Say } from '../locales/gaps';

export interface Shown extends Found {
  /** Which kind of thing it is. */
  kind: string;
}

/** Of each kind no more are shown: whoever wants others types more. */
const mostOfAKind = 6;

export function pagesThat(text: string, t: Say): Shown[] {
  const places = chapters.flatMap(({ places: its }): Place[] => its);
  return places
    .map(({ to, key }) => ({ kind: t('palette.page'), label: t(`nav.${key}`), to }))
    .filter(({ label }) => fits(text, label))
    .slice(0, text === '' ? places.length : mostOfAKind);
}

/** The few things that they may do now, where these are done. */
async function tasksThat(queryClient: QueryClient, text: string, t: Say): Promise<Shown[]> {
  const { tasks } = await queryClient.ensureQueryData(deskQuery);
  return tasks.flatMap(({ kind, about }) => {
    const its = taskKinds[kind];
    const label = t(`desk.task.${kind}`, { title: about.title ?? '', position: (about.position ?? 0) + 1 });
    if (!its || !fits(text, label)) return [];
    return [{ kind: t('palette.task'), label, to: its.to(about), ...(its.hash ? { hash: its.hash } : {}) }];
  });
}

/** What they may begin at any time, each with its form open. */
async function actsThat(chapter: Chapter, queryClient: QueryClient, text: string, t: Say): Promise<Shown[]> {
  if (!chapter.acts) return [];
  const { acts } = await chapter.acts();
  const may = await acts(queryClient, t);
  return may.filter(({ label }) => fits(text, label)).map((one) => ({ ...one, kind: t('palette.act') }));
}

/** One chapter that can't be asked takes nothing from the others. */
async function foundIn(chapter: Chapter, queryClient: QueryClient, text: string, t: Say): Promise<Shown[]> {
  const [place] = chapter.places;
  if (text === '' || !chapter.finds || !place) return [];
  const { finds } = await chapter.finds();
  const found = await finds(queryClient, text);
  return found.slice(0, mostOfAKind).map((one) => ({ ...one, kind: t(`nav.${place.key}`) }));
}

export async function everythingThat(queryClient: QueryClient, text: string, t: Say): Promise<Shown[]> {
  const all = await Promise.allSettled([
    tasksThat(queryClient, text, t),
    ...chapters.map((chapter) => actsThat(chapter, queryClient, text, t)),
    Promise.resolve(pagesThat(text, t)),
    ...chapters.map((chapter) => foundIn(chapter, queryClient, text, t)),
  ]);
  return all.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}
