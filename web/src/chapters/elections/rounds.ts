// What the record has of the ballot of a round: who called it and signed its questions, who answered, and whether its totals, beside those
// of a round before, would tell what a seat answered. It opens and closes by its dates, which whoever called it signed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { canonical } from '../../acts/message';
import { RefusedHere } from '../../acts/problems';
import type { SignedEntry } from '../../record/history';

interface AskedPart {
  question_set: number;
  part?: number;
}
export interface RoundCalled {
  type: 'round-called';
  round: number;
  election: number;
  asks: AskedPart[];
  paper: string;
  answers: number;
  opens: string;
  closes: string;
  keys_of?: number;
}
interface RoundPrepared {
  type: 'round-prepared';
  round: number;
  setup: string;
}
interface SetFacts {
  name: string;
  version: number;
  rhythm: 'yearly' | 'quarterly';
  fingerprint: string;
  parts: number;
}
interface SetProposed {
  type: 'question-set-proposed';
  question_set: number;
  questions: string;
  facts: SetFacts;
}
interface SetAdopted {
  type: 'question-set-adopted';
  question_set: number;
}
interface Decided {
  type: 'election-decided';
  election: number;
  outcome: string;
}
interface Cast {
  type: 'ballot-cast';
  election: number;
  organization: number;
  tracker: string;
}
interface Levelled {
  type: 'round-levelled';
  round: number;
  left_out: number[];
}
type Act = RoundCalled | RoundPrepared | SetProposed | SetAdopted | Decided | Cast | Levelled | { type: 'other' };

type Entry = SignedEntry<Act>;

const actsIn = (history: SignedEntry[]): { act: Act; entry: Entry }[] =>
  (history as Entry[]).flatMap((entry) => entry.acts.map((act) => ({ act, entry })));

/** In whatever order its members stand. */
const same = (one: unknown, other: unknown) => canonical({ value: one }) === canonical({ value: other });

/** Whether an act says what the request that was signed asks for. */
export function isAskedAs(act: object, command: object, type: string, ...members: string[]): boolean {
  const [said, asked] = [act as Record<string, unknown>, command as Record<string, unknown>];
  return asked.type === type && members.every((member) => same(said[member], asked[member]));
}

interface RoundInRecord {
  called: RoundCalled;
  /** The hash of the ballot that was signed. */
  setup: string | undefined;
  /** The entries that called and prepared it, which their people signed. */
  entries: SignedEntry[];
}

/** The round of which this is the ballot. Throws RefusedHere where the record has none, or it is not what was asked for. */
export function roundOf(history: SignedEntry[], election: number): RoundInRecord {
  const all = actsIn(history);
  const call = all.find(({ act }) => act.type === 'round-called' && act.election === election);
  if (call?.act.type !== 'round-called') throw new RefusedHere('election-is-not-told');
  const called = call.act;
  const prepared = all.find(({ act }) => act.type === 'round-prepared' && act.round === called.round);
  const setup = prepared?.act.type === 'round-prepared' ? prepared.act.setup : undefined;
  const areAsked =
    isAskedAs(called, call.entry.request.command, 'call-round', 'asks', 'paper', 'answers', 'opens', 'closes') &&
    (prepared === undefined ||
      isAskedAs(prepared.act, prepared.entry.request.command, 'prepare-round', 'round', 'setup'));
  if (!areAsked) throw new RefusedHere('election-is-not-signed');
  return { called, setup, entries: [call.entry, ...(prepared ? [prepared.entry] : [])] };
}

/** A question set as it was proposed, in an entry that was signed, and adopted since. Throws RefusedHere where it was not. */
export function adoptedSet(history: SignedEntry[], id: number): { proposed: SetProposed; entry: SignedEntry } {
  const all = actsIn(history);
  const found = all.find(({ act }) => act.type === 'question-set-proposed' && act.question_set === id);
  const isAdopted = all.some(({ act }) => act.type === 'question-set-adopted' && act.question_set === id);
  if (found?.act.type !== 'question-set-proposed' || !isAdopted) throw new RefusedHere('questions-are-not-adopted');
  if (!isAskedAs(found.act, found.entry.request.command, 'propose-question-set', 'questions', 'facts'))
    throw new RefusedHere('election-is-not-signed');
  return { proposed: found.act, entry: found.entry };
}

/** The tracking number of each seat's last ballot, by seat. */
function castersOf(history: SignedEntry[], election: number): Map<number, string> {
  const cast = actsIn(history).flatMap(({ act }) =>
    act.type === 'ballot-cast' && act.election === election ? [[act.organization, act.tracker] as const] : [],
  );
  return new Map(cast);
}

function leftOutOf(history: SignedEntry[], round: number): number[] {
  const levelled = actsIn(history).find(({ act }) => act.type === 'round-levelled' && act.round === round)?.act;
  return levelled?.type === 'round-levelled' ? levelled.left_out : [];
}

/** Whose answers are in the totals. */
function countedIn(history: SignedEntry[], { election, round }: RoundCalled): Set<number> {
  const out = leftOutOf(history, round);
  return new Set([...castersOf(history, election).keys()].filter((seat) => !out.includes(seat)));
}

const overlap = (one: AskedPart, other: AskedPart, name: (id: number) => string) =>
  name(one.question_set) === name(other.question_set) &&
  (one.part === undefined || other.part === undefined || one.part === other.part);

/** Whose answers are in the totals of each counted round that asked some of the questions of a state that this one asks. */
function countedBefore(history: SignedEntry[], called: RoundCalled): Set<number>[] {
  const all = actsIn(history);
  const sets = new Map(
    all.flatMap(({ act }) => (act.type === 'question-set-proposed' ? [[act.question_set, act.facts] as const] : [])),
  );
  const counted = new Set(
    all.flatMap(({ act }) => (act.type === 'election-decided' && act.outcome === 'counted' ? [act.election] : [])),
  );
  const nameOf = (id: number) => sets.get(id)?.name ?? `${id}`;
  const yearly = called.asks.filter(({ question_set: set }) => sets.get(set)?.rhythm !== 'quarterly');
  return all.flatMap(({ act }) =>
    act.type === 'round-called' &&
    act.election !== called.election &&
    counted.has(act.election) &&
    act.asks.some((before) => yearly.some((asked) => overlap(asked, before, nameOf)))
      ? [countedIn(history, act)]
      : [],
  );
}

/** The seats that answered, in the order in which the lot takes them (src/community/exposure/levelling.cpp). */
function byLot(casters: Map<number, string>, election: number, log: string): number[] {
  const seats = [...casters.keys()].sort((one, other) => one - other);
  const all = `ccop-levelling-lot-v1|${log}|${election}${seats.map((seat) => `|${casters.get(seat) ?? ''}`).join('')}`;
  const ticket = (seat: number) => bytesToHex(sha256(new TextEncoder().encode(`${all}|${seat}`)));
  return seats
    .map((seat) => ({ seat, ticket: ticket(seat) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ seat }) => seat);
}

/** Of seats that answered: who is left out, as src/community/exposure/levelling.cpp has it. */
function leftOut(seats: number[], before: Set<number>[], lot: number[], closest: number): number[] {
  const remaining = new Set(seats);
  const out: number[] = [];
  const isFew = ({ length }: number[]) => length > 0 && length < closest;
  const leave = (seat: number) => {
    remaining.delete(seat);
    out.push(seat);
  };
  for (let isLevel = false; !isLevel;) {
    isLevel = true;
    for (const counted of before) {
      const joined = [...remaining].filter((seat) => !counted.has(seat)).sort((one, other) => one - other);
      if (isFew(joined)) {
        joined.forEach(leave);
        isLevel = false;
      }
      if (!isFew([...counted].filter((seat) => !remaining.has(seat)))) continue;
      const next = lot.find((seat) => remaining.has(seat) && counted.has(seat));
      if (next === undefined) continue;
      leave(next);
      isLevel = false;
    }
  }
  return out;
}

/**
 * The seats that a round leaves out of its totals: drawn by this device, and the same by the record. The difference of two totals of the
 * same questions would be the answers of those few that came or went in between. Throws RefusedHere where the record has others.
 */
export function mustBeLevel(history: SignedEntry[], called: RoundCalled, closest: number, log: string): number[] {
  const casters = castersOf(history, called.election);
  const lot = byLot(casters, called.election, log);
  const out = leftOut([...casters.keys()], countedBefore(history, called), lot, closest);
  if (JSON.stringify(out) !== JSON.stringify(leftOutOf(history, called.round)))
    throw new RefusedHere('answers-are-too-close');
  return out;
}
