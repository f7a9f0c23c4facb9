// What this browser keeps for whoever is signed in: all of it lies below one place for each person of a community, which is emptied when they sign
// out, and when somebody else signs in. What a page needs while it is drawn is text in localStorage; the rest lies where kept.ts has it.
import { slug } from '../api/client';
import { whose } from '../api/whose';
import { change, forgetWhere, keep, kept } from './kept';

const ofAll = `of/${slug}/`;
const placeOf = (person: number) => `${ofAll}${person}/`;

/** Where earlier versions of this page kept such things, whoever's they were. */
const earlier = new RegExp(
  `^((edit-secret|edit-secret-shown|exchange|signed-in)/|(draft|exposure)/${slug}/|(acts|notices|tasks|browser-notices)/${slug}$|ccop-lot-)`,
);

/** Throws where nobody is signed in any more: what comes too late is not kept. */
async function tried<T>(what: string, how: (place: string) => Promise<T>): Promise<T> {
  const person = whose();
  if (person === undefined) throw new Error('nobody is signed in');
  return how(placeOf(person) + what);
}

export const keptOfOwn = <T>(what: string): Promise<T | undefined> => tried(what, (place) => kept<T>(place));
export const keepAsOwn = (what: string, value: unknown): Promise<void> => tried(what, (place) => keep(place, value));
/** In one step, whatever other windows of this browser do meanwhile. */
export const changeOwn = <T>(what: string, how: (before?: T) => T): Promise<void> =>
  tried(what, (place) => change<T>(place, how));

/** Nothing where nobody is signed in, and in a browser that keeps nothing. */
export function ownText(what: string): string | null {
  const person = whose();
  try {
    return person === undefined ? null : localStorage.getItem(placeOf(person) + what);
  } catch {
    return null;
  }
}

/** Whether it is kept. Without a text it is forgotten. */
export function keepOwnText(what: string, text?: string): boolean {
  const person = whose();
  if (person === undefined) return false;
  try {
    if (text === undefined) localStorage.removeItem(placeOf(person) + what);
    else localStorage.setItem(placeOf(person) + what, text);
    return true;
  } catch {
    return false;
  }
}

/** What lies below, by the rest of their names. */
export function ownTextsBelow(what: string): [string, string][] {
  const person = whose();
  const below = placesOfTexts().filter((place) => person !== undefined && place.startsWith(placeOf(person) + what));
  return below.flatMap((place): [string, string][] => {
    const name = place.slice(placeOf(person ?? 0).length + what.length);
    const text = ownText(what + name);
    return text === null ? [] : [[name, text]];
  });
}

function placesOfTexts(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** Of everybody, or of all `but` one. */
export async function forgetPeople(but?: number): Promise<void> {
  const isGone = (place: string) =>
    place.startsWith(ofAll) ? but === undefined || !place.startsWith(placeOf(but)) : earlier.test(place);
  placesOfTexts()
    .filter(isGone)
    .forEach((place) => localStorage.removeItem(place));
  await forgetWhere(isGone);
}
