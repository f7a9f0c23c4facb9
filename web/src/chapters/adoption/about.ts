// What is recommended: a decision, by its number in the register, or what a working group finished.
import type { Schemas } from '../../api/client';

export interface About {
  decision: number | null;
  item: number | null;
}

type Adoptions = Schemas['Adoptions'];

const isAbout = (about: About) => (one: About) => one.decision === about.decision && one.item === about.item;

/** How many said each; zeros of what nobody said anything about. */
export const countOf = ({ counts }: Adoptions, about: About) =>
  counts.find(isAbout(about)) ?? { ...about, conveyed: 0, adopted: 0, declined: 0 };

export const ownOf = ({ own }: Adoptions, about: About) => own.find(isAbout(about));
