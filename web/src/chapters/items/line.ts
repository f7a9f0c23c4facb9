// Where things lie on the time line: its months, the bands of groups, and each item from when it was added until it is due, or was over.
import type { Schemas } from '../../api/client';
import { toLocal, toUtc } from '../../components/time';
import { isOpen, isOverdue } from './due';

type Item = Schemas['Item'];
type Group = Schemas['GroupRow'];

/** An item of years ago, or one due in many, would leave no room for the others. */
const most_months = 36;
const most_months_back = 12;

/** From one time to another, in milliseconds as Date.parse gives them. */
interface Span {
  from: number;
  to: number;
}

export interface Axis extends Span {
  now: number;
  /** The beginnings of its months in the charter's zone. */
  months: { at: number; year: number; month: number }[];
}

/** Months counted from year 0. */
const monthOf = (time: number, zone: string) => {
  const [year = 0, month = 1] = toLocal(new Date(time), zone).split('-').map(Number);
  return year * 12 + month - 1;
};

function beginningOf(count: number, zone: string) {
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return { at: toUtc(`${day}T00:00`, zone).getTime(), year, month };
}

/** Of a group that is over, when it was; of another, when it ends by itself. */
export const endOfGroup = ({ over_at, ends }: Group) => Date.parse(over_at ?? ends);

export interface Band {
  /** None, of items that are no group's. */
  group: Group | undefined;
  items: Item[];
}

/** In the order of the items, and what is no group's last. */
export function bandsOf(items: Item[], groups: Group[]): Band[] {
  const ids = [...new Set(items.map(({ group }) => group))].sort((a, b) => Number(a === null) - Number(b === null));
  return ids.map((id) => ({
    group: groups.find((one) => one.id === id),
    items: items.filter(({ group }) => group === id),
  }));
}

/** What an item is drawn as. */
interface Bar extends Span {
  /** Until when it was due before it was put off, each time. */
  slips: number[];
  /** Whether it is past its day. */
  late: boolean;
  /** Whether it goes on without a day. */
  endless: boolean;
}

export function barOf(item: Item, now: Date): Bar {
  const { added_at, moved_at, due, moves } = item;
  const from = Date.parse(added_at);
  const endless = isOpen(item) && due === null;
  const until = isOpen(item) ? (due === null ? now.getTime() : Date.parse(due)) : Date.parse(moved_at);
  const slips = moves.flatMap(({ what }, i) => (what === 'slipped' ? Date.parse(moves[i - 1]?.due ?? moved_at) : []));
  return { from, to: Math.max(from, until), slips, late: isOverdue(item, now), endless };
}

/** Whole months that hold all of it, as far as there is room; today is always among them. */
export function axisOf(bands: Band[], zone: string, now: Date): Axis {
  const today = monthOf(now.getTime(), zone);
  const bars = bands.flatMap(({ items }) => items.map((item) => barOf(item, now)));
  const ends = bands.flatMap(({ group }) => (group ? endOfGroup(group) : []));
  const earliest = monthOf(Math.min(now.getTime(), ...bars.map(({ from }) => from)), zone);
  // What ends with a month's last day ends when the next one begins.
  const latest = monthOf(Math.max(now.getTime(), ...bars.map(({ to }) => to - 1), ...ends.map((end) => end - 1)), zone);
  const first = Math.max(earliest, today - most_months_back);
  const count = Math.min(latest - first + 1, most_months);
  const months = Array.from({ length: count }, (_, i) => beginningOf(first + i, zone));
  return {
    from: beginningOf(first, zone).at,
    to: beginningOf(first + count, zone).at,
    now: now.getTime(),
    months,
  };
}

/** How far along the axis a time is, in percent; what lies beyond it is at its end. */
export const placeOf = (time: number, { from, to }: Span) =>
  Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100));

export const isWithin = (time: number, { from, to }: Span) => time >= from && time <= to;

/** Each month of a year; each third of several, where more would not be read. */
export const isNamed = ({ month }: Axis['months'][number], { months }: Axis) =>
  months.length <= 12 || (month - 1) % 3 === 0;

/** Where the years begin, and the first month, as far as there is room for the number until the next, or the end. */
export function yearsOf(axis: Axis): Axis['months'] {
  const all = axis.months.filter(({ month }, i) => i === 0 || month === 1);
  return all.filter(({ at }, i) => {
    const next = all[i + 1];
    return placeOf(next?.at ?? axis.to, axis) - placeOf(at, axis) > (next ? 14 : 8);
  });
}
