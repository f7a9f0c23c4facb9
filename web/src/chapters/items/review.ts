// What became of the work-plan since a session (clause 2.7): each item that was to do then or came since stands in one place.
import type { Schemas } from '../../api/client';
import { isOpen } from './due';
import { bySoonest } from './filter';

type Item = Schemas['Item'];
type Group = Schemas['GroupRow'];

/** In the order in which a session looks at them. */
export const sections = ['slipped', 'blocked', 'untouched', 'moved', 'finished', 'dropped'] as const;
export type Section = (typeof sections)[number];

const after = (time: string | null | undefined, since: string | null) =>
  typeof time === 'string' && (since === null || Date.parse(time) > Date.parse(since));

/** What happened to it since; everything, where no session was. */
export const movesSince = ({ moves }: Pick<Item, 'moves'>, since: string | null) =>
  moves.filter(({ at }) => after(at, since));

const slips = (moves: Schemas['ItemMove'][]) => moves.filter(({ what }) => what === 'slipped').length;

/** How often it was put off since, and before. */
export function slippedOf(item: Item, since: string | null): { since: number; before: number } {
  const count = slips(movesSince(item, since));
  return { since: count, before: item.slipped - count };
}

/** Nothing of what was over before. What is blocked now is that, though it was put off, too. */
function sectionOf(item: Item, since: string | null): Section | undefined {
  const moves = movesSince(item, since);
  if (!isOpen(item)) {
    if (moves.length === 0) return undefined;
    return item.state === 'done' ? 'finished' : 'dropped';
  }
  if (item.state === 'blocked') return 'blocked';
  if (slips(moves) > 0) return 'slipped';
  return moves.length > 0 ? 'moved' : 'untouched';
}

export function review(items: Item[], since: string | null): Record<Section, Item[]> {
  const found: Record<Section, Item[]> = {
    slipped: [],
    blocked: [],
    untouched: [],
    moved: [],
    finished: [],
    dropped: [],
  };
  for (const item of items) {
    const section = sectionOf(item, since);
    if (section) found[section].push(item);
  }
  for (const section of sections) found[section].sort(bySoonest);
  found.slipped.sort((a, b) => b.slipped - a.slipped || bySoonest(a, b));
  for (const section of ['finished', 'dropped'] as const)
    found[section].sort((a, b) => Date.parse(a.moved_at) - Date.parse(b.moved_at) || a.id - b.id);
  return found;
}

export const groupSections = ['kickoff', 'plan', 'status', 'ended'] as const;
export type GroupSection = (typeof groupSections)[number];

const timeOf: Record<GroupSection, (group: Group) => string | null | undefined> = {
  kickoff: ({ kickoff }) => kickoff,
  plan: ({ planned_at }) => planned_at,
  status: ({ last_report }) => last_report?.at,
  ended: ({ over_at }) => over_at,
};

/** Groups of which something came since, with when it came; the first comes first. */
export function groupReview(
  groups: Group[],
  since: string | null,
): Record<GroupSection, { group: Group; at: string }[]> {
  const of = (section: GroupSection) =>
    groups
      .flatMap((group) => {
        const at = timeOf[section](group);
        return typeof at === 'string' && after(at, since) ? [{ group, at }] : [];
      })
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.group.id - b.group.id);
  return { kickoff: of('kickoff'), plan: of('plan'), status: of('status'), ended: of('ended') };
}
