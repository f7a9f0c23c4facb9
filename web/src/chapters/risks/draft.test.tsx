import { describe, expect, it } from 'vitest';

import { draftOf, idsIn, slipsIn, textIn } from './draft';
import { readRisk } from './text';

const zone = 'Europe/Zurich';
const text = {
  title: 'The quay floods',
  origin: 'internal',
  threat: 'Somebody leaves the gate open.',
  weakness: 'Nobody looks.',
  outcomes: ['PR.IR-02', 'ID.RA-01'],
  harms: { availability: { harm: 'severe', why: 'Nothing can be landed.' } },
  bands: { frequency: 2, impact: 4 },
  ranges: { times_in_a_century: { least: 5, most: 30 }, loss: { least: 0, most: 500 } },
  confidence: 'high',
  treatment: { kind: 'share', text: 'Insure it.', agreed_by: 'Council', until: '2027-06-30T22:00:00.000Z' },
  residual: { bands: { frequency: 2, impact: 2 }, why: 'The insurer pays.' },
  techniques: ['T1566'],
  incidents: [],
  marking: 'green',
};
const read = readRisk({ salt: 'c2FsdA', text: JSON.stringify(text) });
const draft = (change: object = {}) => ({ ...draftOf(read ?? {}, [3], zone), ...change });

describe('the form', () => {
  it('holds all that is written of a risk, and gives it back as it was', () => {
    expect(textIn(draft(), zone)).toEqual(text);
    expect(draft().items).toEqual(['3']);
  });
  it('leaves out what is not said', () => {
    const said = textIn(draftOf({ title: ' A ', threat: 'B' }, [], zone), zone);
    expect(said).toEqual({
      title: 'A',
      origin: 'external',
      threat: 'B',
      weakness: '',
      outcomes: [],
      harms: {},
      confidence: 'medium',
      techniques: [],
      incidents: [],
      marking: 'amber',
    });
  });
  it('takes ids however they are parted, each once', () => {
    expect(idsIn(' PR.AA-03, DE.CM-01;PR.AA-03\n ID.RA-01')).toEqual(['PR.AA-03', 'DE.CM-01', 'ID.RA-01']);
  });
});

describe('what is said in part is told, and not lost', () => {
  it.each([
    ['bands', { bands: { frequency: '2', impact: '' } }],
    ['ranges', { loss: { least: '5', most: '' } }],
    ['order', { times: { least: '30', most: '5' } }],
    ['residual', { residual: { frequency: '2', impact: '2', why: ' ' } }],
  ])('%s', (slip, change) => {
    expect(slipsIn(draft(change))).toEqual([slip]);
  });
  it('and nothing of what is whole, or left out', () => {
    expect(slipsIn(draft())).toEqual([]);
    expect(slipsIn(draftOf({}, [], zone))).toEqual([]);
  });
});
