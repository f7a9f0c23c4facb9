// On what an election rests: that each seat of the roll registered its voting key, that the trustees are those whom the record names, and
// that each of them made the keys of which the election's key comes, with passkeys that they had then.
import { fromBase64 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { canonical } from '../../acts/message';
import { RefusedHere } from '../../acts/problems';
import { answer, api } from '../../api/client';
import type { SignedMessage } from '../../ballot/spec';
import { checkedHead } from '../../record/head';
import type { SignedEntry } from '../../record/history';
import { included, mustBeSigned } from '../../record/trails';
import { charterAt } from './charterInForce';
import type { Trustee } from './preparation';
import { preparationOf } from './preparation';
import type { ElectionPage } from './standing';

interface RegisterVotingKey {
  type: 'register-voting-key';
  organization: number;
  key: string;
}

interface Opening {
  roll: number[];
  keys: string[];
  /** The entry that opened the ballot. */
  seq: number;
}

/** How often a trustee posts for the keys. */
const rounds = 3;

/**
 * `trustees` as the archive has them, which was verified; `history` is of the whole record. Throws RefusedHere for what the record doesn't
 * have, or nobody signed.
 */
export async function mustBeMadeOf(
  election: ElectionPage,
  opening: Opening,
  trustees: string,
  history: SignedEntry[],
): Promise<void> {
  const prepared = preparationOf(history, election.id, opening.seq);
  const named = prepared.trustees.map(({ person }) => person);
  if (named.join() !== election.trustees.map(({ person }) => person.id).join() || named.length === 0)
    throw new RefusedHere('trustees-are-others');
  if (!prepared.isAsked) throw new RefusedHere('election-is-not-signed');
  const { head } = await checkedHead();
  const trail = await answer(
    api.GET('/api/record/elections/{id}', { params: { path: { id: election.id }, query: { size: head.size } } }),
  );
  mustBeTheirKeys(prepared.trustees, trail.messages, keysIn(trustees), history);
  const entries = included(trail.entries, head);
  const registrations = opening.roll.map((organization, i) => registrationOf(entries, organization, opening.keys[i]));
  await mustBeSigned([...registrations, ...prepared.entries], history);
}

function registrationOf(entries: SignedEntry[], organization: number, key?: string): SignedEntry {
  const entry = entries.find(({ request }) => {
    const command = request.command as RegisterVotingKey | { type: 'other' };
    return command.type === 'register-voting-key' && command.organization === organization && command.key === key;
  });
  if (entry === undefined) throw new RefusedHere('election-is-not-told');
  return entry;
}

/**
 * Each trustee's certificate is what they posted first, and their signatures on all the rest were verified with it. `first` is what the
 * host shows as that.
 */
function mustBeTheirKeys(
  trustees: Trustee[],
  first: ({ text: string; salt: string } | null)[],
  { certs, threshold }: Keys,
  history: SignedEntry[],
) {
  if (certs.length !== trustees.length) throw new RefusedHere('election-is-another');
  trustees.forEach(({ messages }, i) => {
    const [certificate] = messages;
    if (certificate === undefined || messages.length !== rounds) throw new RefusedHere('key-is-not-made');
    const shown = first[i];
    const isPosted = shown != null && contentHash(fromBase64(shown.salt), shown.text) === certificate.hash;
    if (!isPosted || !isSame(shown.text, certs[i])) throw new RefusedHere('election-is-another');
    if (threshold < charterAt(history, certificate.seq).trusteesNeeded) throw new RefusedHere('fewer-trustees-suffice');
  });
}

interface Keys {
  certs: SignedMessage[];
  threshold: number;
}

/** All are made together, for a threshold (Belenios specification 3.0, section 4.6): none stands beside them. */
function keysIn(trustees: string): Keys {
  const kinds = JSON.parse(trustees) as [string, Partial<Keys>][];
  const [{ certs = [], threshold = 0 } = {}] = kinds.map(([, keys]) => keys);
  if (kinds.length !== 1) throw new RefusedHere('election-is-another');
  return { certs, threshold };
}

const isSame = (text: string, certificate?: SignedMessage) =>
  certificate !== undefined && canonical(JSON.parse(text) as object) === canonical(certificate);
