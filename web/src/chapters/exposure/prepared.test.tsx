// Answers that a colleague prepared, sealed to the seat.
import { describe, expect, it } from 'vitest';

import { fromBase64, toBase64url, utf8 } from '../../acts/bytes';
import { newBox, registrationOf } from '../../ballot/votingKey';
import { sealTo } from '../../ballot/sealedBox';
import { padded } from './answersFile';
import { opened, prepare } from './prepared';

const box = newBox();
const seat = { log: 'the log', organization: 3, year: 2027 };
const election = 'ABCDEFGHJKLMNP';
const to = (of = box, whose = seat) => fromBase64(registrationOf(of, whose).sealing);
const answers = { 'movement/GV': ['Better'] };
const file = (key = to(), whose = seat, of = election) =>
  prepare(key, whose, { format: 'ccop-answers-v1', election: of, answers });
const opens =
  (text: string, of = box, whose = seat, which = election) =>
  () =>
    opened(text, of, whose, which);
const changed = (more: object) => JSON.stringify({ ...(JSON.parse(file()) as object), ...more });

describe('what a colleague prepared', () => {
  it('is opened by the keybox to whose key it is sealed', () => {
    expect(opened(file(), box, seat, election)).toEqual(answers);
  });
  it('is of one length, whatever was answered', () => {
    const none = prepare(to(), seat, { format: 'ccop-answers-v1', election, answers: {} });
    expect(none).toHaveLength(file().length);
    expect(file()).not.toContain('Better');
  });
  it('for another seat is refused, whatever stands on it', () => {
    expect(opens(file(to(), { ...seat, organization: 4 }))).toThrow('prepared-for-another-seat');
    expect(opens(file(to(), { ...seat, log: 'another' }))).toThrow('prepared-for-another-seat');
    const other = newBox();
    expect(opens(file(to(other)))).toThrow('prepared-file-is-changed');
    // Somebody else's answers, sealed to this seat once more, say still whose they are.
    const inside = { format: 'ccop-answers-v1', election, answers, log: seat.log, organization: 4 };
    const again = toBase64url(sealTo(to(), utf8(padded(JSON.stringify(inside)))));
    expect(opens(changed({ sealed: again }))).toThrow('prepared-for-another-seat');
  });
  it('for another round is refused, whatever stands on it', () => {
    const other = file(to(), seat, 'ZYXWVUTSRQPNML');
    expect(opens(other)).toThrow('prepared-for-another-round');
    expect(opens(JSON.stringify({ ...(JSON.parse(other) as object), election }))).toThrow('prepared-for-another-round');
  });
  it('that was changed is refused', () => {
    const { sealed } = JSON.parse(file()) as { sealed: string };
    const bytes = fromBase64(sealed);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(opens(changed({ sealed: toBase64url(bytes) }))).toThrow('prepared-file-is-changed');
    expect(opens(changed({ sealed: 'AAAA' }))).toThrow('prepared-file-is-changed');
    expect(opens(changed({ year: 2028 }))).toThrow('prepared-file-is-changed');
  });
  it('with an earlier keybox is refused', () => {
    expect(opens(file(), newBox())).toThrow('prepared-file-is-changed');
  });
  it('is nothing else that is a file', () => {
    for (const text of ['', '{}', 'no JSON', JSON.stringify({ format: 'ccop-answers-v1', election, answers })])
      expect(opens(text)).toThrow('prepared-file-is-none');
    const inside = toBase64url(sealTo(to(), utf8('a letter')));
    expect(opens(changed({ sealed: inside }))).toThrow('prepared-file-is-changed');
  });
});
