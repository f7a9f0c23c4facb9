import { describe, expect, it } from 'vitest';

import { readRisk, writtenRisk } from './text';

const salt = 'c2FsdA';
const of = (value: unknown) => readRisk({ salt, text: typeof value === 'string' ? value : JSON.stringify(value) });

const whole = {
  title: 'The quay floods',
  origin: 'internal',
  threat: 'Somebody leaves the gate open.',
  weakness: 'Nobody looks.',
  outcomes: ['PR.IR-02'],
  harms: { availability: { harm: 'severe', why: 'Nothing can be landed.' } },
  bands: { frequency: 2, impact: 4 },
  ranges: { times_in_a_century: { least: 5, most: 30 }, loss: { least: 10, most: 500 } },
  confidence: 'high',
  treatment: { kind: 'share', text: 'Insure it.', agreed_by: 'Council', until: '2027-06-30T22:00:00.000Z' },
  residual: { bands: { frequency: 2, impact: 2 }, why: 'The insurer pays.' },
  techniques: ['T1566'],
  incidents: ['incident--1'],
  marking: 'amber-strict',
};

describe('what is written of a risk', () => {
  it('is read as it was written', () => {
    const read = of(whole);
    expect(read).toEqual(whole);
    expect(read && JSON.parse(writtenRisk(read))).toEqual(whole);
  });
  it('leaves out what is empty and may be left out', () => {
    const read = of({ ...whole, weakness: '', treatment: { kind: 'accept', text: 'So be it.' } });
    const said = JSON.parse(read ? writtenRisk(read) : '') as Record<string, unknown>;
    expect('weakness' in said).toBe(false);
    expect(said.treatment).toEqual({ kind: 'accept', text: 'So be it.' });
  });
  it('is nothing where it was erased', () => {
    expect(readRisk(null)).toBeUndefined();
  });
});

describe('whoever wrote it may have written anything', () => {
  it('what is no JSON is what threatens, and may travel nowhere', () => {
    expect(of('The gate!')).toMatchObject({ threat: 'The gate!', title: '', marking: 'red', harms: {} });
    expect(of('[1]')).toMatchObject({ threat: '[1]' });
  });
  it('bands beyond the five, ranges turned round and harms that nobody knows are none', () => {
    const read = of({
      ...whole,
      bands: { frequency: 6, impact: 1 },
      ranges: { times_in_a_century: { least: 9, most: 1 }, loss: { least: 1, most: 2 } },
      harms: { availability: { harm: 'awful', why: 7 }, integrity: { harm: 'minor', why: 7 } },
      outcomes: ['PR.IR-02', 7, null],
      treatment: 'Pray',
      residual: { bands: {}, why: '' },
    });
    expect(read?.bands).toBeUndefined();
    expect(read?.ranges).toBeUndefined();
    expect(read?.treatment).toBeUndefined();
    expect(read?.residual).toBeUndefined();
    expect(read?.harms).toEqual({ integrity: { harm: 'minor', why: '' } });
    expect(read?.outcomes).toEqual(['PR.IR-02']);
  });
});
