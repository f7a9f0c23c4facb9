// What one's own seat answered, round by round, sealed with a key that follows from the seat's keybox (docs/exposure.md): whoever keeps it learns
// neither the answers nor how many there are.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

import { concat, fromBase64, randomBytes, toBase64url, utf8 } from '../../acts/bytes';
import type { Shape } from '../../ballot/parse';
import { having, isCount, isText, listOf, parse } from '../../ballot/parse';
import { answersKey, nameOf } from '../../ballot/votingKey';
import type { PlacedQuestion } from './asks';
import type { Given, Paper } from './paper';
import { answersTo } from './paper';

/** By `<set>/<question>`, for other sets have the same ids: the names of the answers, which a later version of the set may have at other places. */
export type Kept = Record<string, string[]>;

export interface AnsweredRound {
  round: number;
  at: string;
  answers: Kept;
}
/** The one that was answered last comes last. */
export type OwnAnswers = AnsweredRound[];

export const isKept: Shape<Kept> = (value): value is Kept =>
  typeof value === 'object' && value !== null && Object.values(value).every(listOf(isText));
export const isOwnAnswers: Shape<OwnAnswers> = listOf(
  having<AnsweredRound>({ round: isCount, at: isText, answers: isKept }),
);

export const keyOf = ({ set, question }: PlacedQuestion) => `${set.id}/${question.id}`;

export function keptOf(given: Given, placed: PlacedQuestion[]): Kept {
  const chosen = placed.map((one): [string, readonly string[]] => [keyOf(one), given[one.question.id] ?? []]);
  return Object.fromEntries(chosen.filter(([, names]) => names.length > 0).map(([key, names]) => [key, [...names]]));
}

/** Those that can be given to the questions as they are asked now. */
export function givenBy(answers: Kept, placed: PlacedQuestion[], paper: Paper): Given {
  const named = placed.map((one): [string, string[]] => {
    const names = answersTo(one.question, paper);
    return [one.question.id, (answers[keyOf(one)] ?? []).filter((name) => names.includes(name))];
  });
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}

/** What was given to each question when it was answered last, before this round. */
export function lastGiven(own: OwnAnswers, round: number, placed: PlacedQuestion[], paper: Paper): Given {
  const before = own.filter((one) => one.round !== round);
  return Object.assign({}, ...before.map(({ answers }) => givenBy(answers, placed, paper))) as Given;
}

/** Of each round the answers that were given last; `others` may come from another device. */
export function joined(own: OwnAnswers, others: OwnAnswers): OwnAnswers {
  const latest = new Map<number, AnsweredRound>();
  for (const one of inOrder([...own, ...others])) latest.set(one.round, one);
  return inOrder([...latest.values()]);
}
const inOrder = (all: OwnAnswers) => [...all].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** Whose answers they are. */
export interface SeatOfLog {
  /** The log's first key. */
  log: string;
  organization: number;
}

const version = Uint8Array.of(1);
const nameSize = 16;
const nonceSize = 24;
const lengthSize = 4;
const step = 16 * 1024;
const least = 64 * 1024;

/** `what` is bound to it, so that one thing can't be taken for another. */
export function seal(box: Uint8Array, seat: SeatOfLog, what: string, value: unknown): string {
  const nonce = randomBytes(nonceSize);
  const sealed = cipherOf(box, seat, what, nonce).encrypt(padded(utf8(JSON.stringify(value))));
  return toBase64url(concat(version, fromBase64(nameOf(box)), nonce, sealed));
}

/** Throws for what was changed, is of another box or seat, or something else. */
export function unseal<T>(box: Uint8Array, seat: SeatOfLog, what: string, text: string, is: Shape<T>): T {
  const bytes = fromBase64(text);
  const at = version.length + nameSize;
  const nonce = bytes.subarray(at, at + nonceSize);
  const plain = cipherOf(box, seat, what, nonce).decrypt(bytes.subarray(at + nonceSize));
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  return parse(new TextDecoder().decode(plain.subarray(lengthSize, lengthSize + length)), is, what);
}

/** The name of the keybox that opens it; nothing where it is no such text. */
export function boxOf(text: string): string | undefined {
  try {
    const bytes = fromBase64(text);
    if (bytes[0] !== version[0] || bytes.length < version.length + nameSize + nonceSize + least) return undefined;
    return toBase64url(bytes.subarray(version.length, version.length + nameSize));
  } catch {
    return undefined;
  }
}

const cipherOf = (box: Uint8Array, seat: SeatOfLog, what: string, nonce: Uint8Array) =>
  xchacha20poly1305(answersKey(box, seat), nonce, concat(version, fromBase64(nameOf(box)), utf8(what)));

/** A length that many have, and that holds as much: it says nothing of how much is in it. */
export const paddedSize = (size: number) => Math.max(least, step * Math.ceil(size / step));

/** Its length, itself, and zeros up to a length that many have. */
function padded(plain: Uint8Array): Uint8Array {
  const whole = new Uint8Array(paddedSize(lengthSize + plain.length));
  new DataView(whole.buffer).setUint32(0, plain.length);
  whole.set(plain, lengthSize);
  return whole;
}
