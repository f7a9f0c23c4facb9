// Which risks are shown. It stands in the address, so that a link shows another the same.
import type { Marking, Origin } from './vocabulary';
import { markings, most_bands, origins } from './vocabulary';

/** Over is what was declined or closed. */
export const shownStates = ['open', 'proposed', 'over', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

export interface Filter {
  /** The table, where it is left out. */
  view?: 'matrix';
  /** What stands in the register, where it is left out. */
  state?: Exclude<ShownState, 'open'>;
  origin?: Origin;
  /** The key of an organization. */
  owner?: string;
  marking?: Marking;
  /** A cell of the matrix. */
  frequency?: number;
  impact?: number;
}

const bandOf = (value: unknown) => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= most_bands ? number : undefined;
};

/** Of an address, which may say anything. */
export function filterOf(search: Record<string, unknown>): Filter {
  const state = shownStates.find((one) => one === search.state);
  const origin = origins.find((one) => one === search.origin);
  const marking = markings.find((one) => one === search.marking);
  // A key that looks like a number comes as one.
  const owner = typeof search.owner === 'number' ? String(search.owner) : search.owner;
  const [frequency, impact] = [bandOf(search.frequency), bandOf(search.impact)];
  return {
    ...(search.view === 'matrix' ? { view: 'matrix' } : {}),
    ...(state && state !== 'open' ? { state } : {}),
    ...(origin ? { origin } : {}),
    ...(typeof owner === 'string' && owner !== '' ? { owner } : {}),
    ...(marking ? { marking } : {}),
    ...(frequency && impact ? { frequency, impact } : {}),
  };
}
