// The columns of the board, one for each state that is shown.
import type { Schemas } from '../../api/client';
import { isOpen } from './due';
import type { Filter, ShownState } from './filter';
import { pageOf } from './filter';

type Item = Schemas['Item'];
type State = Item['state'];

const states: State[] = ['open', 'under-way', 'blocked', 'done', 'dropped'];

/** So many cards stand in each of several columns; more of one state are looked at by themselves. */
const perColumn = 20;

export interface Column {
  state: State;
  /** The first of all. */
  items: Item[];
  total: number;
}

function statesOf(state: ShownState = 'to-do'): State[] {
  if (state === 'all') return states;
  return state === 'to-do' ? states.filter((one) => one !== 'dropped') : [state];
}

/** Whether what is shown comes in pages. A board of several columns shows the beginning of each instead. */
export const hasPages = ({ view, state }: Filter) => view !== 'board' || statesOf(state).length === 1;

const byLatest = (a: Item, b: Item) => Date.parse(b.moved_at) - Date.parse(a.moved_at) || b.id - a.id;

/** `shown`: the soonest first. What is over stands in the order in which it ended, the latest first. */
export function columnsOf(shown: Item[], filter: Filter): Column[] {
  return statesOf(filter.state).map((state) => {
    const all = shown.filter((item) => item.state === state);
    if (!isOpen({ state })) all.sort(byLatest);
    const items = hasPages(filter) ? pageOf(all, filter.page).rows : all.slice(0, perColumn);
    return { state, items, total: all.length };
  });
}
