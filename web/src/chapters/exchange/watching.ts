// Looks at what was shared since this device last looked, and keeps here alone what of it one watches for. What is asked for is the same
// whatever is watched.
import { changeOwn, keptOfOwn } from '../../acts/own';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { Matcher } from './matching';
import { matcherOf } from './matching';
import { noteWatching } from './watched';
import type { WatchList } from './watchList';
import { sizeOf } from './watchList';

/** So many values are looked at while the page is open, and then one is asked whether to go on. */
export const mostValues = 100_000;
/** What was added before is not looked at when one begins. */
const daysBefore = 30;
const mostKept = 500;

export interface Met {
  entry: string;
  value: string;
  object: Omit<Schemas['ObjectValues'], 'values'>;
  isNew: boolean;
}

/** What is watched on this device, and what came of it. */
export interface Watch {
  list: WatchList;
  /** Behind which the next look begins; nothing before the first. */
  next?: string;
  /** There is more than was looked at. */
  isBehind: boolean;
  /** The newest first. */
  met: Met[];
}

const placeOf = (organization: number) => `exchange/watch/${organization}`;

export const watchHere = async (organization: number): Promise<Watch | null> =>
  (await keptOfOwn<Watch>(placeOf(organization))) ?? null;

/** From now on this list is watched here; what was added in the last days is looked at again. */
export async function watchFor(organization: number, list: WatchList): Promise<void> {
  await changeOwn<Watch>(placeOf(organization), (before) => ({ list, isBehind: false, met: before?.met ?? [] }));
  noteWatching(sizeOf(list) > 0 ? organization : undefined);
}

export const seeAll = (organization: number) =>
  changeWatch(organization, (watch) => ({ ...watch, met: watch.met.map((one) => ({ ...one, isNew: false })) }));

const changeWatch = (organization: number, how: (watch: Watch) => Watch) =>
  changeOwn<Watch | undefined>(placeOf(organization), (before) => before && how(before));

let lookedAt = 0;
/** As many as that once more. */
export function goOnLooking() {
  lookedAt = 0;
}

/** Page after page, until there is no more or it was enough for a visit. */
export async function look(organization: number): Promise<Watch | null> {
  const before = await watchHere(organization);
  if (before === null || sizeOf(before.list) === 0) return before;
  const matches = matcherOf(before.list);
  let next = before.next;
  for (let more = true; more && lookedAt < mostValues;) {
    const page = await valuesBehind(next);
    const met = metIn(page, matches);
    lookedAt += page.objects.reduce((sum, object) => sum + object.values.length, 0);
    more = page.more && page.next !== next;
    next = page.next;
    const isBehind = more;
    // What another window looked at meanwhile is not lost; what both saw stands there once.
    // Where another list is watched by now, this look says nothing of it.
    await changeWatch(organization, (watch) =>
      isSame(watch.list, before.list) ? { ...watch, next: page.next, isBehind, met: joined(watch.met, met) } : watch,
    );
  }
  return watchHere(organization);
}

const isSame = (one: WatchList, other: WatchList) => JSON.stringify(one) === JSON.stringify(other);

const valuesBehind = (after: string | undefined) =>
  answer(api.GET('/api/exchange/values', { params: { query: after === undefined ? { since: start() } : { after } } }));

/** A whole day, so that it tells nothing but the day. */
function start(): string {
  const day = new Date(Date.now() - daysBefore * 86_400_000);
  day.setUTCHours(0, 0, 0, 0);
  return day.toISOString();
}

function metIn({ objects }: Schemas['ValuesSince'], matches: Matcher): Met[] {
  return objects.flatMap(({ values, ...object }) =>
    values.flatMap((value) => matches(value).map((entry): Met => ({ entry, value: value.value, object, isNew: true }))),
  );
}

const keyOf = ({ entry, value, object }: Met) => JSON.stringify([entry, value, object.id]);

function joined(before: Met[], met: Met[]): Met[] {
  const known = new Set(before.map(keyOf));
  const fresh = met.filter((one) => !known.has(keyOf(one)));
  return [...fresh.reverse(), ...before].slice(0, mostKept);
}
