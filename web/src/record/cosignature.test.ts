import { describe, expect, it } from 'vitest';

import { Log, WitnessKeys } from '../testing/log';
import { cosignaturesOn } from './cosignature';

// A checkpoint of another log, cosigned by witnesses that others run with programs of others; the keys are those that they publish.
const served = [
  'arche2025h1.staging.ct.transparency.dev',
  '1432088532',
  'U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=',
  '',
  '\u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=',
  '\u2014 transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==',
  '\u2014 witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==',
  '\u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==',
  '',
].join('\n');
const published = [
  {
    name: 'A',
    key: 'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM',
  },
  { name: 'B', key: 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2' },
];

describe('the cosignatures of others', () => {
  it('hold with their times', () =>
    expect(cosignaturesOn(served, published)).toEqual([
      { name: 'A', at: new Date('2026-05-23T21:50:24Z') },
      { name: 'B', at: new Date('2026-05-23T21:50:24Z') },
    ]));
  it.each([
    ['another size', served.replace('1432088532', '1432088533')],
    ['another root', served.replace('U7WM79', 'U7WM78')],
    ['another log', served.replace('arche2025h1', 'arche2025h2')],
    ['another time', served.replace('2net5wAAAABqEiEg', '2net5wAAAABqEiEh')],
    ['no signatures', served.slice(0, 40)],
  ])('with %s do not', (_, changed) => expect(cosignaturesOn(changed, published)).toBeUndefined());
});

describe('a cosignature', () => {
  const note = new Log(['a', 'b']).note();
  const [a, b] = [new WitnessKeys('a.example'), new WitnessKeys('b.example')];
  const at = new Date('2026-01-02T03:04:05Z');

  it('counts for the witness whose key made it', () => {
    expect(cosignaturesOn(note + a.cosign(note, at), [a.as('A'), b.as('B')])).toEqual([{ name: 'A', at }]);
    expect(cosignaturesOn(note + a.cosign(note, at), [b.as('B')])).toEqual([]);
  });
  it('counts once, as the latest', () => {
    const both = note + a.cosign(note, at) + a.cosign(note, new Date(0));
    expect(cosignaturesOn(both, [a.as('A')])).toEqual([{ name: 'A', at }]);
  });
  it('of a key that stands twice counts for nobody', () =>
    expect(cosignaturesOn(note + a.cosign(note, at), [a.as('A'), a.as('B')])).toBeUndefined());
  it('is checked with keys that can be read alone', () => {
    for (const key of ['', 'a', a.key.replace('a.example', 'c.example'), new Log().key])
      expect(cosignaturesOn(note, [{ name: 'A', key }]), key).toBeUndefined();
  });
});
