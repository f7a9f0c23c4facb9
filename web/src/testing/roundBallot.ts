// The ballot of a round as a record has it, after one that asked the same questions a year before.
import { createHash } from 'node:crypto';

import type { Step } from './election';
import { AnElection, charter, conductor, hashOf, id, seatOf } from './election';

const before = 3;
export const [lastRound, thisRound] = [0, 1];
const [opens, closes] = ['2026-03-01T00:00:00.000Z', '2026-03-15T00:00:00.000Z'];
const rules = (closest: number) => `${charter(3)}\n[exposure]\nleast_answers = 10\nclosest = ${closest}\n`;
const asked = { asks: [{ question_set: 0, part: 1 }], paper: 'the paper', answers: 2, opens, closes };
const facts = { name: 'state', version: 1, rhythm: 'yearly', fingerprint: 'f', parts: 4 };
const proposed = { question_set: 0, questions: hashOf('the questions'), facts };

const byHost = (name: string, acts: object[], at?: string): Step => ({
  name,
  acts,
  person: conductor,
  command: { type: 'settle-due' },
  by: 0,
  ...(at === undefined ? {} : { at }),
});
const conducts = (name: string, act: object, command: object): Step => ({
  name,
  acts: [act],
  person: conductor,
  command,
});
const call = (round: number, election: number) =>
  conducts(`call ${round}`, { type: 'round-called', round, election, ...asked }, { type: 'call-round', ...asked });

/** Adopted questions, and a round of them whose totals have these seats. */
const lastYear = (counted: number[]): Step[] => [
  conducts(
    'proposal',
    { type: 'question-set-proposed', motion: 0, ...proposed },
    { type: 'propose-question-set', questions: proposed.questions, facts },
  ),
  byHost('adoption', [{ type: 'question-set-adopted', question_set: 0 }]),
  call(lastRound, before),
  ...counted.map((seat) =>
    byHost(`last year ${seat}`, [{ type: 'ballot-cast', election: before, organization: seat, tracker: `${seat}` }]),
  ),
  byHost('last result', [{ type: 'election-decided', election: before, outcome: 'counted' }]),
];

/** So many seats answer that ten remain where the lot leaves out six. */
export class ARoundBallot extends AnElection {
  constructor(seats = 17) {
    super(2, { voters: seats, answers: 2 });
  }

  /** The first of the lot, as src/community/exposure/levelling.cpp draws it. */
  lot(count: number): number[] {
    const seats = this.voters.map((voter) => ({ seat: seatOf(voter), tracker: this.trackerOf(voter) }));
    const all = ['ccop-levelling-lot-v1', this.log.key, `${id}`, ...seats.map(({ tracker }) => tracker)].join('|');
    const ticket = (seat: number) => createHash('sha256').update(`${all}|${seat}`).digest('hex');
    return this.all()
      .sort((one, other) => (ticket(one) < ticket(other) ? -1 : 1))
      .slice(0, count);
  }

  /** `counted` are the seats of the totals before; `out` whom the record says the lot left out; `closest` is the charter's. */
  round(counted = this.all(), out: number[] = [], closest = 7): Step[] {
    const prepared = { round: thisRound, setup: hashOf(this.setup) };
    const levelled = out.length > 0 ? [{ type: 'round-levelled', round: thisRound, left_out: out }] : [];
    const founding = byHost('founding', [{ type: 'community-founded', charter: rules(closest) }]);
    const [, ...steps] = this.steps();
    const others = steps.flatMap((step): Step[] => {
      if (step.name === 'naming') return [...lastYear(counted), call(thisRound, id), step];
      if (step.name === 'opening') return [byHost('opening', step.acts, opens)];
      if (step.name === 'closing') return [byHost('closing', [...step.acts, ...levelled], closes)];
      if (step.name !== 'session') return [step];
      return [conducts('preparing', { type: 'round-prepared', ...prepared }, { type: 'prepare-round', ...prepared })];
    });
    return [founding, ...others];
  }

  /** The archive without the ballots of these seats. */
  showsArchiveWithout(out: number[]) {
    this.showsArchive(this.voters.filter((voter) => !out.includes(seatOf(voter))).map(this.ballotOf));
  }
  told() {
    return this.page({ session: null, round: thisRound });
  }
  all = () => this.voters.map(seatOf);
}
