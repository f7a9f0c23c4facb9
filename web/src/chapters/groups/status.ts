// How a group stands, as its Lead said it last. Whoever was asked since and said nothing is shown as that, and never as if all were well.
import type { Schemas } from '../../api/client';

type Row = Schemas['GroupRow'];
type Round = Schemas['StatusRound'];

type Status =
  | { kind: 'not-asked' }
  | { kind: 'unanswered'; since: string; by: string; before: Schemas['StatusReport'] | null }
  | { kind: 'reported'; report: Schemas['StatusReport'] };

const before = (a: string, b: string) => Date.parse(a) < Date.parse(b);

/** Nothing of a group that is not founded, or over. */
export function statusOf(group: Row, round: Round | null): Status | undefined {
  const { founded_at, over_at, last_report } = group;
  if (!founded_at || over_at) return undefined;
  const asked = round !== null && !before(round.opened_at, founded_at);
  if (asked && (!last_report || before(last_report.at, round.opened_at)))
    return { kind: 'unanswered', since: round.opened_at, by: round.answers_by, before: last_report };
  return last_report ? { kind: 'reported', report: last_report } : { kind: 'not-asked' };
}
