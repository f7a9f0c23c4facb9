// On what an election rests: that each seat of the roll registered its voting key, and each trustee made the keys of which the election's
// key comes, with a passkey that the record enrolled for them.
import { fromBase64 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { canonical } from '../../acts/message';
import { RefusedHere } from '../../acts/problems';
import { answer, api } from '../../api/client';
import { checkedHead } from '../../record/head';
import type { SignedEntry } from '../../record/trails';
import { included, mustBeSigned } from '../../record/trails';
import type { ElectionPage } from './standing';

interface RegisterVotingKey {
  type: 'register-voting-key';
  organization: number;
  key: string;
}
interface PostKeyMessage {
  type: 'post-key-message';
  election: number;
  message: string;
}
type Command = RegisterVotingKey | PostKeyMessage | { type: 'other' };

interface Roll {
  roll: number[];
  keys: string[];
}

/** `trustees` as the archive has them, which was verified. Throws RefusedHere for what the record doesn't have, or nobody signed. */
export async function mustBeMadeOf(election: ElectionPage, { roll, keys }: Roll, trustees: string): Promise<void> {
  const checked = await checkedHead();
  const trail = await answer(
    api.GET('/api/record/elections/{id}', {
      params: { path: { id: election.id }, query: { size: checked.head.size } },
    }),
  );
  const entries = included(trail.entries, checked.head);
  const registrations = roll.map((organization, i) =>
    found(entries, (command) => isRegistration(command, organization, keys[i])),
  );
  const certificates = certificatesIn(trustees);
  if (certificates.length !== election.trustees.length) throw new RefusedHere('election-is-another');
  const messages = election.trustees.map(({ person }, i) => {
    const message = trail.messages[i];
    if (message == null || !isSame(message.text, certificates[i])) throw new RefusedHere('election-is-another');
    const hash = contentHash(fromBase64(message.salt), message.text);
    return found(entries, (command, by) => by === person.id && isMessage(command, hash, election));
  });
  await mustBeSigned([...registrations, ...messages], checked);
}

function found(entries: SignedEntry[], is: (command: Command, by?: number) => boolean): SignedEntry {
  const entry = entries.find(({ request }) => is(request.command as Command, request.person));
  if (entry === undefined) throw new RefusedHere('election-is-not-told');
  return entry;
}

const isRegistration = (command: Command, organization: number, key?: string) =>
  command.type === 'register-voting-key' && command.organization === organization && command.key === key;

/** A run-off goes on with the keys of the election before it. */
const isMessage = (command: Command, hash: string, { id, run_off_of }: ElectionPage) =>
  command.type === 'post-key-message' &&
  command.message === hash &&
  (command.election === id || (run_off_of !== null && command.election <= run_off_of));

/** The certificates by which trustees make a threshold's keys together (Belenios specification 3.0, section 4.6). */
function certificatesIn(trustees: string): object[] {
  const kinds = JSON.parse(trustees) as [string, { certs?: object[] }][];
  return kinds.flatMap(([, parameters]) => parameters.certs ?? []);
}

function isSame(text: string, certificate?: object): boolean {
  return certificate !== undefined && canonical(JSON.parse(text) as object) === canonical(certificate);
}
