// What this device makes sure of by itself before it encrypts a vote or decrypts totals: that the election is the one which the record
// opened, and the ballots those which the record has. The host's word is held against entries that the record's head proves to be all since
// the session was opened, and, of what an election rests on, all that there ever were.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { fromBase64 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { change, kept } from '../../acts/kept';
import { RefusedHere } from '../../acts/problems';
import { base, slug } from '../../api/client';
import { verifiedApart } from '../../ballot/apart';
import { fingerprint } from '../../ballot/group';
import type { Verification } from '../../ballot/verify';
import { verifyOpening } from '../../ballot/verify';
import { electionCredential } from '../../ballot/votingKey';
import { checkedHead } from '../../record/head';
import type { SignedEntry } from '../../record/history';
import { history } from '../../record/history';
import { sessionEntries } from '../../record/sessionEntries';
import { mustBeSigned } from '../../record/trails';
import { isSealed } from '../../record/tree';
import { charterAt } from './charterInForce';
import type { Posted } from './decryptions';
import { mustBeBound, sound } from './decryptions';
import { mustBeMadeOf } from './foundations';
import type { RoundCalled } from './rounds';
import { isAskedAs, mustBeLevel, roundOf } from './rounds';
import type { ElectionPage } from './standing';

interface Opened {
  type: 'election-opened';
  election: number;
  roll: number[];
  keys: string[];
  setup: string;
}
interface Cast {
  type: 'ballot-cast';
  election: number;
  organization: number;
  person: number;
  credential: string;
  tracker: string;
}
interface Closed {
  type: 'election-closed';
  election: number;
}
type Act = Opened | Cast | Closed | Posted | { type: 'other' };
type Entry = SignedEntry<Act>;

interface Recorded {
  /** With its place in the record. */
  opened: Opened & { seq: number };
  /** The entry that closed the ballot. */
  closed: number | undefined;
  /** In the order in which they were cast. */
  castings: Cast[];
  decryptions: Posted[];
  /** What the whole record says beside. */
  whole: SignedEntry[];
  /** Where it is the ballot of one. */
  round: RoundCalled | undefined;
}

const isOpening = (act: Act, election: number): act is Opened =>
  act.type === 'election-opened' && act.election === election;
const isCasting = (act: Act, election: number): act is Cast => act.type === 'ballot-cast' && act.election === election;
const isDecryption = (act: Act, election: number): act is Posted =>
  act.type === 'decryption-posted' && act.election === election;

const isClosing = (act: Act, election: number): act is Closed =>
  act.type === 'election-closed' && act.election === election;
const concerns = (act: Act, id: number) =>
  [isOpening, isCasting, isClosing, isDecryption].some((isOne) => isOne(act, id));

/** Of a round these follow from its dates alone. */
const isByDate = (act: Act, id: number) => isOpening(act, id) || isClosing(act, id);

/** What is signed is the request, and the host says what follows: of these acts it is what was asked for. */
function isAsked(act: Act, { person, command }: SignedEntry['request']): boolean {
  const isAs = (type: string, ...members: string[]) => isAskedAs(act, command, type, ...members);
  if (act.type === 'ballot-cast')
    return act.person === person && isAs('cast-ballot', 'election', 'credential', 'tracker', 'ballot');
  if (act.type === 'election-opened') return isAs('open-election', 'election', 'setup');
  if (act.type === 'election-closed') return isAs('close-election', 'election');
  if (act.type === 'decryption-posted') return isAs('post-decryption', 'election', 'tally', 'decryption', 'proofs');
  return true;
}

/** All entries since the session of an election was opened, of those that this reader may read. */
async function entriesOf(session: number): Promise<Entry[]> {
  const since = await sessionEntries(session);
  if (since === undefined) throw new RefusedHere('election-is-not-told');
  return since.entries
    .map((entry, i) => ({ entry, seq: since.first + i }))
    .filter(({ entry }) => !isSealed(entry))
    .map(({ entry, seq }) => ({ ...(JSON.parse(entry) as Entry), seq }));
}

/** A round opens and closes by the dates of its call, which the host settles: neither is signed, and neither may be early. */
function mustKeepItsDates(entries: Entry[], id: number, { opens, closes }: RoundCalled): void {
  const isEarly = entries.some(({ acts, at }) =>
    acts.some((act) => (isOpening(act, id) && at < opens) || (isClosing(act, id) && at < closes)),
  );
  if (isEarly) throw new RefusedHere('ballot-is-not-closed');
}

/** What stands in the record of this election. Throws RefusedHere where it is not shown, or the page shows another election. */
async function recorded({ id, session, setup, setup_salt: salt }: ElectionPage): Promise<Recorded> {
  const ofSession = session === null ? undefined : await entriesOf(session);
  const whole = await history();
  const concerned = (ofSession ?? (whole as Entry[])).filter(({ acts }) => acts.some((act) => concerns(act, id)));
  const round = session === null ? roundOf(whole, id) : undefined;
  if (round) mustKeepItsDates(concerned, id, round.called);
  const acts = concerned.flatMap((entry) => entry.acts.map((act) => ({ ...act, seq: entry.seq })));
  const opened = acts.find((act) => isOpening(act, id));
  if (opened === undefined) throw new RefusedHere('election-is-not-told');
  if (setup === null || salt === null || contentHash(fromBase64(salt), setup) !== opened.setup)
    throw new RefusedHere('election-is-another');
  if (round && round.setup !== opened.setup) throw new RefusedHere('election-is-another');
  const asked = round ? concerned.filter((entry) => !entry.acts.some((act) => isByDate(act, id))) : concerned;
  if (!asked.every((entry) => entry.acts.every((act) => isAsked(act, entry.request))))
    throw new RefusedHere('election-is-not-signed');
  await mustBeSigned([...(round?.entries ?? []), ...asked], whole);
  const castings = acts.filter((act) => isCasting(act, id));
  const decryptions = acts.filter((act) => isDecryption(act, id));
  const closed = acts.find((act) => isClosing(act, id))?.seq;
  return { opened, closed, castings, decryptions, whole, round: round?.called };
}

async function archiveOf({ id }: ElectionPage): Promise<Uint8Array> {
  const response = await fetch(`${base}/api/elections/${id}/archive`);
  if (!response.ok) throw new RefusedHere('election-is-not-told');
  return new Uint8Array(await response.arrayBuffer());
}

/** The credentials of the roll, by organization, as everybody derives them from the keys that the seats registered. */
async function credentialsOf({ uuid }: ElectionPage, { roll, keys }: Opened): Promise<Map<number, string>> {
  const { logKey } = await checkedHead();
  return new Map(roll.map((organization, i) => [organization, electionCredential(logKey, uuid, keys[i] ?? '')]));
}

function mustFit(election: ElectionPage, verified: Verification, credentials: Map<number, string>) {
  const listed = JSON.stringify([...credentials.values()].sort());
  if (verified.setup !== election.setup || verified.credentials !== listed)
    throw new RefusedHere('election-is-another');
}

/** That a vote made for this setup is made for the election which the record opened, under the trustees' key. */
export async function mustBeOpened(election: ElectionPage): Promise<void> {
  const { opened, whole } = await recorded(election);
  const bytes = await archiveOf(election);
  const verified = await sound(() => verifyOpening(bytes));
  mustFit(election, verified, await credentialsOf(election, opened));
  await mustBeMadeOf(election, opened, verified.trustees, whole);
}

/** What held; `bound` is of the proofs beside the archive. */
type Check = Verification['checks'][number] | 'bound';

export interface CountedHere {
  /** The encrypted totals, as they are hashed. */
  tally: string;
  /** Their fingerprint. */
  hash: string;
  fingerprint: string;
  /** How many ballots there are, and how many of them count. */
  ballots: number;
  counted: number;
  /** The public key of each trustee, in their order. */
  keys: string[];
  /** By the archive, once it is decided. */
  result: number[][] | undefined;
  /** The archive's SHA-256, in hexadecimal. */
  archive: string;
  checks: Check[];
}

/** Whose ballots a round doesn't count, once it is closed. */
async function leftOut({ round, closed, whole }: Recorded): Promise<number[]> {
  if (round === undefined || closed === undefined) return [];
  return mustBeLevel(whole, round, charterAt(whole, closed).closest, (await checkedHead()).logKey);
}

/** Verifies and adds up what the record has. Throws RefusedHere where the archive has other ballots, or anything does not hold. */
async function countedHere(election: ElectionPage, record: Recorded): Promise<CountedHere> {
  const { opened, castings, decryptions, whole } = record;
  const bytes = await archiveOf(election);
  const verified = await sound(() => verifiedApart(bytes));
  const credentials = await credentialsOf(election, opened);
  mustFit(election, verified, credentials);
  await mustBeMadeOf(election, opened, verified.trustees, whole);
  const out = await leftOut(record);
  const counting = castings.filter(({ organization }) => !out.includes(organization));
  const isTheRecords =
    counting.length === verified.ballots.length &&
    counting.every(
      ({ tracker, credential, organization }, i) =>
        tracker === verified.ballots[i] && credential === credentials.get(organization),
    );
  if (!isTheRecords || verified.tally === undefined) throw new RefusedHere('ballots-are-others');
  await mustBeBound(election, verified, decryptions);
  return {
    tally: verified.tally,
    hash: fingerprint(verified.tally),
    fingerprint: verified.fingerprint,
    ballots: verified.ballots.length,
    counted: verified.counted,
    keys: verified.trusteeKeys,
    result: verified.result,
    archive: bytesToHex(sha256(bytes)),
    checks: [...verified.checks, 'bound'],
  };
}

interface Declared {
  checks: Check[];
  /** How many seats could vote, and how many of them cast, by the record. */
  asked: number;
  took: number;
}

/** What of a declared result this device found to hold. Throws RefusedHere where it is not what the record's ballots give. */
export async function declaredHere(election: ElectionPage): Promise<Declared> {
  const record = await recorded(election);
  const { result, archive, checks } = await countedHere(election, record);
  const isTheirs = archive === election.archive && JSON.stringify(result?.flat()) === JSON.stringify(election.counts);
  if (!isTheirs) throw new RefusedHere('result-is-another');
  const took = new Set(record.castings.map(({ organization }) => organization)).size;
  return { checks, asked: record.opened.roll.length, took };
}

export const resultChecked = async (election: ElectionPage): Promise<Check[]> => (await declaredHere(election)).checks;

/** Of fewer nobody may know the totals, whatever the charter says. */
const fewest = 2;

/**
 * What a trustee may decrypt: the same, if the record has the ballot closed, as many voted as the charter demanded then, and the trustee's
 * own key is among those of the election.
 */
export async function decryptable(election: ElectionPage, number: number, output: string): Promise<CountedHere> {
  const record = await recorded(election);
  const counted = await countedHere(election, record);
  if (record.closed === undefined) throw new RefusedHere('ballot-is-not-closed');
  const { leastBallots, leastAnswers } = charterAt(record.whole, record.closed);
  const least = record.round ? leastAnswers : leastBallots;
  if (counted.counted < Math.max(fewest, least)) throw new RefusedHere('too-few-ballots-to-open');
  const own = (JSON.parse(output) as { public_key: { public_key: string } }).public_key.public_key;
  if (counted.keys[number - 1] !== own) throw new RefusedHere('own-key-is-missing');
  await mustBeTheOnlyTotals(counted, number);
  return counted;
}

/**
 * Of totals with a ballot and without it everybody knows the ballot. A host that says that nothing came gets the same once more, and
 * never other ones.
 */
async function mustBeTheOnlyTotals({ fingerprint: of, hash }: CountedHere, number: number): Promise<void> {
  const place = `decrypted/${slug}/${of}/${number}`;
  await change<string>(place, (before) => before ?? hash);
  if ((await kept<string>(place)) !== hash) throw new RefusedHere('other-totals-were-decrypted');
}
