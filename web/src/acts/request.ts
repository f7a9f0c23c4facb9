// A request to change the record, and its way to the host.
import type { Schemas } from '../api/client';
import { answer, api, slug } from '../api/client';
import type { Head } from '../record/head';
import type { Command } from './act';
import type { Content } from './content';
import type { LinkSignature } from './links';
import { canonical } from './message';
import type { PasskeySignature } from './passkeys';
import type { SessionSignature } from './sessionKey';

/** Exactly one of the three. */
export type Signature = { passkey: PasskeySignature } | { session: SessionSignature } | { link: LinkSignature };

interface Asked {
  person: number;
  command: Command;
  /** What of the record the signer had seen: the signature holds for a record that continues it, and for no other. */
  head: Head;
  /** The last time that the host knows of this person's. */
  after?: string;
}

/** A host that names a later time than this would have acts signed for another day. It takes none that is further off anyway. */
const farthest_ms = 300_000;
let latest_ms = 0;

/** The request as it is signed and sent. Its time is later than every one before: the host takes no older one, nor one twice. */
export function requestOf({ person, command, head, after = '' }: Asked): string {
  const now_ms = Date.now();
  const after_ms = Date.parse(after);
  const known_ms = after_ms < now_ms + farthest_ms ? after_ms : 0;
  latest_ms = Math.max(now_ms, known_ms + 1, latest_ms + 1);
  const asked_at = new Date(latest_ms).toISOString();
  return canonical({ community: slug, person, asked_at, head, command });
}

export const sendAct = (request: string, contents: Content[], signature: Signature): Promise<Schemas['Receipt']> =>
  answer(api.POST('/api/acts', { body: { request, contents, signature } }));
