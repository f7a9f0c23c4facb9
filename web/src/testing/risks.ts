// A register of risks, for tests.
import type { Schemas } from '../api/client';

const salt = 'c2FsdCBvZiAxNiBieXRlcw';
export const someBands: Schemas['RiskBands'] = {
  frequency: ['Rare: less than once', 'Unlikely: once', 'Likely: twice', 'Frequent: often', 'Constant: always'],
  impact: ['Slight: a little', 'Minor: some', 'Moderate: more', 'Major: much', 'Extreme: all'],
};
const person = { id: 1, name: 'Ada', title: null, is_guest: false, enrolled: true, organization: 'BUOY' };

export const aText = {
  title: 'The quay floods',
  origin: 'external',
  threat: 'A storm surge comes at spring tide.',
  weakness: 'The gate is old.',
  outcomes: ['PR.IR-02'],
  harms: { availability: { harm: 'severe', why: 'Nothing can be landed.' } },
  bands: { frequency: 2, impact: 4 },
  confidence: 'medium',
  techniques: ['T1566'],
  incidents: ['incident--1'],
  marking: 'amber',
};

export const described = (text: object): Schemas['Original'] => ({ salt, text: JSON.stringify(text) });

export const aRow = (more: Partial<Schemas['RiskRow']> & { says?: object } = {}): Schemas['RiskRow'] => {
  const { says, ...rest } = more;
  const text = { ...aText, ...says };
  return {
    id: 0,
    state: 'open',
    title: text.title,
    text: described(text),
    items: [],
    proposed_at: '2026-02-01T09:00:00.000Z',
    owner: 'QUAY',
    review_by: '2027-06-30T22:00:00.000Z',
    over_at: null,
    ...rest,
  };
};

export const aRisk = (more: Partial<Schemas['Risk']> & { says?: object } = {}): Schemas['Risk'] => {
  const { says, ...rest } = more;
  const row = aRow({ ...rest, ...(says ? { says } : {}) });
  return {
    ...row,
    versions: [{ text: row.text, items: row.items, by: person, at: row.proposed_at }],
    reviews: [],
    taken_up_at: '2026-03-01T09:00:00.000Z',
    reason: null,
    review_days: 366,
    may: [],
    ...rest,
  };
};

export const aRegister = (more: Partial<Schemas['Risks']> = {}): Schemas['Risks'] => ({
  risks: [aRow()],
  before: null,
  bands: someBands,
  community: 'The Harbour',
  may: [],
  ...more,
});

export const aRoundHead = (more: Partial<Schemas['RoundHead']> = {}): Schemas['RoundHead'] => ({
  id: 4,
  election: 9,
  title: 'First quarter',
  asks: [{ question_set: 2, name: 'risks', title: null, part: null }],
  opens: '2027-01-10T09:00:00.000Z',
  closes: '2027-01-31T09:00:00.000Z',
  stage: 'decided',
  outcome: 'counted',
  asked: 40,
  answered: 30,
  own_asked: false,
  own_cast: false,
  ...more,
});
