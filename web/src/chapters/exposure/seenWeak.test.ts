// What was seen times what is weak, of given counts.
import { describe, expect, it } from 'vitest';

import table from '../../../../questions/csf-2.0-attack-16.1.json';
import type { Schemas } from '../../api/client';
import { shippedText } from '../../testing/round';
import { answering_set, outcomesAgainst } from './attack';
import type { Found, Latest } from './latest';
import { keyOf, lastRounds } from './latest';
import { readSet } from './questionSet';
import { roundOf, seenIn, seenWeak, seers } from './seenWeak';

const framework = readSet(shippedText(answering_set));
const events = readSet(shippedText('events-of-the-quarter'));

function found(set: typeof framework, id: string, counts: number[], more: Partial<Found> = {}): [string, Found] {
  const question = set.questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  const round = { id: 1, title: 'Spring', answered: 20, closes: '2027-03-01T00:00:00Z' } as Schemas['Round'];
  return [
    keyOf(set.id, id),
    { set, question, answers: question.levels.map(({ name }) => name), counts, round, ...more },
  ];
}
const techniques = (counts: Record<string, number>, more: Partial<Found> = {}) =>
  found(events, 'techniques', Object.values(counts), { answers: Object.keys(counts), ...more });
const tactics = (...rows: [id: string, seen: number, count: number][]): Schemas['Matrix']['tactics'] => [
  {
    tactic: 'initial-access',
    techniques: rows.map(([external_id, seen, count]) => ({
      id: `attack-pattern--${external_id}`,
      external_id,
      name: `Name of ${external_id}`,
      seen,
      count,
    })),
  },
];

const latest: Latest = new Map([
  techniques({ T1566: 6, T1078: 3, T1595: 9, T1486: 0 }),
  ...['PR.AA-03', 'PR.IR-01', 'PR.PS-01', 'DE.CM-01'].map((id) => found(framework, id, [1, 1, 2, 4, 2])),
  found(framework, 'PR.AA-01', [8, 8, 0, 0, 4]),
]);
const weighed = (seen = seenIn(latest, [])) => seenWeak(seen, latest);

describe('the table', () => {
  it('names outcomes of the framework alone, and none of governance', () => {
    const known = new Set(framework.questions.map(({ id }) => id));
    const outcomes = [...outcomesAgainst.values()].flat();
    expect(outcomes.filter((id) => !known.has(id))).toEqual([]);
    expect([...new Set(outcomes.map((id) => id.slice(0, 2)))].sort()).toEqual(['DE', 'ID', 'PR']);
  });
  it('has each pair once, of ids alone, and says whose it is', () => {
    for (const techniques of Object.values(table.outcomes)) {
      expect(techniques.filter((id) => !/^T\d{4}(\.\d{3})?$/.test(id))).toEqual([]);
      expect(new Set(techniques).size).toBe(techniques.length);
    }
    expect([Object.keys(table.outcomes).length, outcomesAgainst.size]).toEqual([24, 430]);
    expect(table.from).toContain('Center for Threat-Informed Defense');
    expect(table.rights).toContain('Apache License 2.0');
  });
});

describe('what was seen', () => {
  it('is what the last round that asked says, and the exchange', () => {
    const seen = seenIn(latest, tactics(['T1078', 5, 2], ['T1190', 0, 1], ['T1021', 0, 0]));
    expect(seen.map(({ technique }) => technique).sort()).toEqual(['T1078', 'T1190', 'T1566', 'T1595']);
    expect(seen.find(({ technique }) => technique === 'T1078')).toEqual({
      technique: 'T1078',
      name: 'Name of T1078',
      object: 'attack-pattern--T1078',
      inRound: 3,
      atExchange: 5,
      spokenOf: 2,
    });
    expect(roundOf(latest)?.title).toBe('Spring');
  });
  it('counts nobody twice who said it in both places', () => {
    expect(seers({ technique: 'T1078', inRound: 3, atExchange: 5, spokenOf: 2 })).toBe(5);
    expect(seers({ technique: 'T1078', inRound: 6, atExchange: 5, spokenOf: 2 })).toBe(6);
  });
  it('stands once, under however many tactics it stands', () => {
    const twice = [...tactics(['T1078', 1, 4]), ...tactics(['T1078', 2, 3])];
    expect(seenIn(new Map(), twice)).toMatchObject([{ technique: 'T1078', atExchange: 2, spokenOf: 4 }]);
  });
});

describe('seen times weak', () => {
  it('is how many saw it times the share of low answers to all that answers it', () => {
    // Of those that the table has against T1078 two were asked here: 16 + 2 of 30 answers are low.
    const rounds: Latest = new Map([...latest].filter(([key]) => !/DE\.CM|PR\.PS|PR\.IR/.test(key)));
    const valid = seenWeak(seenIn(rounds, []), rounds).answered.find(({ technique }) => technique === 'T1078');
    expect(valid?.outcomes.filter(({ low }) => low !== undefined)).toMatchObject([
      { id: 'PR.AA-01', low: 0.8 },
      { id: 'PR.AA-03', low: 0.2 },
    ]);
    expect(valid).toMatchObject({ inRound: 3, low: 0.6, weight: 3 * 0.6 });
  });
  it('comes in the order of what it weighs, and the weakest outcome first', () => {
    const { answered } = weighed();
    const weights = answered.map(({ weight = -1 }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(answered.find(({ technique }) => technique === 'T1078')?.outcomes[0]).toMatchObject({ id: 'PR.AA-01' });
  });
  it('is not known of what was not asked yet, which comes last', () => {
    const { answered } = seenWeak(seenIn(latest, []), new Map([techniques({ T1566: 6 })]));
    expect(answered.every(({ low, weight }) => low === undefined && weight === undefined)).toBe(true);
  });
  it('names what no outcome of the table answers', () => {
    expect(weighed().unanswered.map(({ technique }) => technique)).toEqual(['T1595']);
  });
  it('takes an outcome of the framework alone, and not one of the same name in another set', () => {
    const other = found({ ...framework, id: 'another' }, 'PR.AA-01', [20, 0, 0, 0, 0]);
    expect(seenWeak(seenIn(latest, []), new Map([...latest, other]))).toEqual(weighed());
  });
});

describe('the rounds that are looked at', () => {
  const head = (id: number, closes: string, asks: [name: string, part: number | null][], outcome = 'counted') =>
    ({ id, closes, outcome, asks: asks.map(([name, part]) => ({ name, part })) }) as Schemas['RoundHead'];
  const quarter = (part: number, id: number, closes: string, outcome?: string) =>
    head(
      id,
      closes,
      [
        [answering_set, part],
        ['movement', null],
      ],
      outcome,
    );

  it('are the last counted of each part of each set, the earliest first', () => {
    const rounds = [
      quarter(1, 5, '2028-01-01'),
      quarter(4, 4, '2027-10-01', 'too-few'),
      quarter(3, 3, '2027-07-01'),
      quarter(2, 2, '2027-04-01'),
      quarter(1, 1, '2027-01-01'),
    ];
    expect(lastRounds(rounds).map(({ id }) => id)).toEqual([2, 3, 5]);
  });
  it('are none where none was counted', () => {
    expect(lastRounds([quarter(1, 1, '2027-01-01', 'cancelled')])).toEqual([]);
  });
});
