// Which part of the work-plan is shown. It stands in the address, so that a link shows another the same.
import type { Schemas } from '../../api/client';
import { isSaid } from '../../components/address';

type Priority = Schemas['Priority'];
type Row = Schemas['GroupRow'];

/** What stands is what is proposed or pursued, and not over. */
export const shownStates = ['standing', 'proposed', 'pursued', 'over', 'all'] as const;
type ShownState = (typeof shownStates)[number];

export interface Filter {
  /** What stands, where it is left out. */
  state?: ShownState;
  /** What one's own organization is in. */
  mine?: true;
}

/** Of an address, which may say anything. */
export function filterOf(search: Record<string, unknown>): Filter {
  const state = shownStates.find((one) => one === search.state);
  const mine = isSaid(search.mine);
  return { ...(state && state !== 'standing' ? { state } : {}), ...(mine ? { mine } : {}) };
}

const stageOfPriority = { proposed: 'proposed', 'under-review': 'proposed', 'in-effect': 'pursued' } as const;
const stageOfGroup = {
  proposed: 'proposed',
  'in-formation': 'pursued',
  active: 'pursued',
  dormant: 'pursued',
} as const;

function fits(stage: 'proposed' | 'pursued' | undefined, { state = 'standing' }: Filter): boolean {
  if (state === 'all') return true;
  if (state === 'standing') return stage !== undefined;
  return (stage ?? 'over') === state;
}

const isMine = ({ is_in, is_lead, has_volunteered }: Row) => is_in || is_lead || has_volunteered;

/** A priority and those of its groups that are shown. */
export interface Branch {
  priority: Priority;
  groups: Row[];
}

/** A priority is shown for its own sake, or for the sake of a group of it. */
export function branches(priorities: Priority[], groups: Row[], filter: Filter): Branch[] {
  const byPriority = new Map<number, Row[]>();
  for (const group of groups) {
    if (!fits(stageOfGroup[group.state as keyof typeof stageOfGroup], filter)) continue;
    if (filter.mine && !isMine(group)) continue;
    byPriority.set(group.priority, [...(byPriority.get(group.priority) ?? []), group]);
  }
  return priorities.flatMap((priority) => {
    const those = byPriority.get(priority.id) ?? [];
    const itself =
      fits(stageOfPriority[priority.state as keyof typeof stageOfPriority], filter) &&
      (!filter.mine || priority.my_stance === 'in');
    return itself || those.length > 0 ? [{ priority, groups: those }] : [];
  });
}
