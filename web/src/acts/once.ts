// What a person has in this browser alone and is told by nobody again: the secret by which they change what they shared as the community, their number
// in a drawing of lots, evidence. It goes with all that is theirs when they sign out, so they are asked before, and take it along in a file.
import { slug } from '../api/client';
import type { Shape } from '../ballot/parse';
import { having, isText, listOf, parse } from '../ballot/parse';
import { keepOwnText, ownText, ownTextsBelow } from './own';
import { RefusedHere } from './problems';

const kinds = ['edit-secret', 'lot', 'answers', 'act'] as const;
type Kind = (typeof kinds)[number];

interface Told {
  /** For whoever reads in a list what it is about. */
  title: string;
  value: string;
}
export interface Once extends Told {
  kind: Kind;
  /** Of what it is about. */
  id: string;
}

const isKind: Shape<Kind> = (value): value is Kind => kinds.some((kind) => kind === value);
const isTold = having<Told>({ title: isText, value: isText });
const isOnce = having<Once>({ kind: isKind, id: isText, title: isText, value: isText });
const isFile = having<{ community: string; kept: Once[] }>({ community: isText, kept: listOf(isOnce) });

const placeOf = (kind: Kind) => `once/${kind}/`;

/** Whether this browser keeps it. */
export const keepOnce = ({ kind, id, title, value }: Once): boolean =>
  keepOwnText(placeOf(kind) + id, JSON.stringify({ title, value } satisfies Told));
export const dropOnce = (kind: Kind, id: string) => keepOwnText(placeOf(kind) + id);

function toldIn(text: string): Told | undefined {
  try {
    return parse(text, isTold, 'what is kept');
  } catch {
    return undefined;
  }
}

export function onceOf(kind: Kind, id: string): string | null {
  const text = ownText(placeOf(kind) + id);
  return (text !== null && toldIn(text)?.value) || null;
}

export const allOnce = (): Once[] =>
  kinds.flatMap((kind) =>
    ownTextsBelow(placeOf(kind)).flatMap(([id, text]) => {
      const told = toldIn(text);
      return told ? [{ kind, id, ...told }] : [];
    }),
  );

export const fileName = `kept-${slug}.json`;
export const inFile = (kept: Once[]) => `${JSON.stringify({ community: slug, kept }, null, 1)}\n`;

/** Keeps here what a file has. Throws RefusedHere for what is none of this community. */
export function takeFromFile(text: string): void {
  let file;
  try {
    file = parse(text, isFile, 'the file');
  } catch (error) {
    throw new RefusedHere('no-file-of-kept', error);
  }
  if (file.community !== slug) throw new RefusedHere('no-file-of-kept');
  if (!file.kept.every(keepOnce)) throw new RefusedHere('nothing-is-kept-here');
}
