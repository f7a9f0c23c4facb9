// Which items are shown. It stands in the address, so that a link shows another the same.
import type { Schemas } from '../../api/client';
import { isSaid } from '../../components/address';
import { isOpen, isOverdue } from './due';

type Item = Schemas['Item'];

/** To do is what is neither done nor dropped. */
export const shownStates = ['to-do', 'open', 'under-way', 'blocked', 'done', 'dropped', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

/** The table is the truth; the others show the same otherwise. */
export const views = ['table', 'board', 'line'] as const;
type View = (typeof views)[number];

/** So many rows at once. */
const perPage = 50;

export interface Filter {
  /** The table, where it is left out. */
  view?: Exclude<View, 'table'>;
  group?: number;
  /** The key of an organization. */
  holder?: string;
  /** What is to do, where it is left out. */
  state?: ShownState;
  /** What one's own organization holds. */
  mine?: true;
  overdue?: true;
  /** From 2; the first, where it is left out. */
  page?: number;
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Of an address, which may say anything. */
export function filterOf(search: Record<string, unknown>): Filter {
  const group = wholeNumber(search.group);
  // A key that looks like a number comes as one.
  const holder = typeof search.holder === 'number' ? String(search.holder) : search.holder;
  const state = shownStates.find((one) => one === search.state);
  const view = views.find((one) => one === search.view);
  const page = wholeNumber(search.page) ?? 1;
  return {
    ...(view && view !== 'table' ? { view } : {}),
    ...(group === undefined ? {} : { group }),
    ...(typeof holder === 'string' && holder !== '' ? { holder } : {}),
    ...(state && state !== 'to-do' ? { state } : {}),
    ...(isSaid(search.mine) ? { mine: true } : {}),
    ...(isSaid(search.overdue) ? { overdue: true } : {}),
    ...(page > 1 ? { page } : {}),
  };
}

function fits(item: Item, { state = 'to-do', view }: Filter): boolean {
  if (state === 'all') return true;
  if (state !== 'to-do') return item.state === state;
  // A board has a column for what is done, too.
  return isOpen(item) || (view === 'board' && item.state === 'done');
}

const dueAt = ({ due }: Item) => (due === null ? Infinity : Date.parse(due));

/** What is due first comes first, and what is due at no time last. */
export const bySoonest = (a: Item, b: Item) => {
  const [one, other] = [dueAt(a), dueAt(b)];
  return one === other ? a.id - b.id : one - other;
};

/** `own` is the key of the reader's organization. */
export function shownOf(items: Item[], filter: Filter, own: string | undefined, now: Date): Item[] {
  const { group, holder, mine, overdue } = filter;
  return items
    .filter(
      (item) =>
        (group === undefined || item.group === group) &&
        (holder === undefined || item.holder === holder) &&
        (!mine || (own !== undefined && item.holder === own)) &&
        (!overdue || isOverdue(item, now)) &&
        fits(item, filter),
    )
    .sort(bySoonest);
}

export interface Page {
  /** From 1. */
  number: number;
  pages: number;
  rows: Item[];
  /** How many come before. */
  before: number;
}

/** A page that isn't there, as when the list grew shorter, is the last. */
export function pageOf(items: Item[], page = 1): Page {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const number = Math.min(page, pages);
  const before = (number - 1) * perPage;
  return { number, pages, before, rows: items.slice(before, before + perPage) };
}
