// Answers that a colleague prepared: sealed to the key that the seat registered, so that whoever has the seat's keybox opens them and nobody else.
// Who sealed them the file doesn't say: they are looked through before anything is made of them.
import { fromBase64, toBase64url, utf8 } from '../../acts/bytes';
import { RefusedHere } from '../../acts/problems';
import { having, isCount, isText, parse } from '../../ballot/parse';
import { openSealed, sealTo } from '../../ballot/sealedBox';
import { sealingSecret } from '../../ballot/votingKey';
import { history } from '../../record/history';
import { mustBeSigned } from '../../record/trails';
import type { SeatOfLog } from '../keyboxes/shared';
import type { AnswersFile } from './answersFile';
import { isAnswersFile, padded } from './answersFile';

interface Prepared extends SeatOfLog {
  format: 'ccop-prepared-answers-v1';
  /** Whose keys of which year. */
  year: number;
  election: string;
  sealed: string;
}

const isPrepared = having<Prepared>({
  format: (value): value is Prepared['format'] => value === 'ccop-prepared-answers-v1',
  log: isText,
  organization: isCount,
  year: isCount,
  election: isText,
  sealed: isText,
});

/** What is sealed says whose it is once more, for what stands beside it anybody can change. */
type Sealed = AnswersFile & SeatOfLog;
const isSealed = (value: unknown): value is Sealed =>
  isAnswersFile(value) && having<SeatOfLog>({ log: isText, organization: isCount })(value);

interface Register {
  type: 'register-voting-key';
  organization: number;
  key: string;
  sealing: string;
}

/** The key to which something for the seat is sealed, as its registration was signed. Throws RefusedHere where the record has none. */
export async function sealingKeyOf({ organization, key }: { organization: number; key: string }): Promise<Uint8Array> {
  const whole = await history();
  const registrations = whole.flatMap((entry) => {
    const command = entry.request.command as Register | { type: 'other' };
    return command.type === 'register-voting-key' ? [{ entry, command }] : [];
  });
  const own = registrations.findLast(({ command }) => command.organization === organization && command.key === key);
  if (own === undefined) throw new RefusedHere('seat-key-is-not-told');
  await mustBeSigned([own.entry], whole);
  return fromBase64(own.command.sealing);
}

type SeatYear = SeatOfLog & { year: number };

export function prepare(to: Uint8Array, { log, organization, year }: SeatYear, answers: AnswersFile): string {
  const sealed: Sealed = { ...answers, log, organization };
  const file: Prepared = {
    format: 'ccop-prepared-answers-v1',
    log,
    organization,
    year,
    election: answers.election,
    sealed: toBase64url(sealTo(to, utf8(padded(JSON.stringify(sealed))))),
  };
  return JSON.stringify(file, null, 1);
}

function read<T>(text: string, is: (value: unknown) => value is T, refusal: string): T {
  try {
    return parse(text, is, 'the file');
  } catch (error) {
    throw new RefusedHere(refusal, error);
  }
}

/** Throws RefusedHere, in words, for what is no such file, of another seat or round, was changed, or is sealed to another keybox. */
export function opened(text: string, box: Uint8Array, seat: SeatYear, election: string): AnswersFile['answers'] {
  const file = read(text, isPrepared, 'prepared-file-is-none');
  const isOurs = (one: SeatOfLog) => one.log === seat.log && one.organization === seat.organization;
  if (!isOurs(file)) throw new RefusedHere('prepared-for-another-seat');
  if (file.election !== election) throw new RefusedHere('prepared-for-another-round');
  const inside = read(plainOf(file, box), isSealed, 'prepared-file-is-changed');
  if (!isOurs(inside)) throw new RefusedHere('prepared-for-another-seat');
  if (inside.election !== election) throw new RefusedHere('prepared-for-another-round');
  return inside.answers;
}

function plainOf({ sealed, log, organization, year }: Prepared, box: Uint8Array): string {
  try {
    return new TextDecoder().decode(openSealed(sealingSecret(box, { log, organization, year }), fromBase64(sealed)));
  } catch (error) {
    throw new RefusedHere('prepared-file-is-changed', error);
  }
}
