// Signing in: a passkey, or the key of a guest's link, says of a new key that it signs for the person for a while.
import { answer, api } from '../api/client';
import { becomesOf } from '../api/whose';
import { checkedHead } from '../record/head';
import type { LinkKey, LinkSignature } from './links';
import { canonical, messageOf } from './message';
import { forgetPeople } from './own';
import type { PasskeySignature } from './passkeys';
import { sign } from './passkeys';
import { keepSessionKey, makeSessionKey } from './sessionKey';
import { tellWindows } from './windows';

type Vouching = { passkey: PasskeySignature } | { link: LinkSignature };

/** Without a name: the passkey itself says whose it is. */
export const signIn = () => enter(async (message) => ({ passkey: await sign(message, []) }));

export const signInByLink = (link: LinkKey) => enter((message) => Promise.resolve({ link: link.sign(message) }));

/** What the host sends is one part of what is signed, and never the whole: else it could have anything signed. */
async function enter(vouch: (message: string) => Promise<Vouching>) {
  const [{ head, logKey }, { challenge }, key] = await Promise.all([
    checkedHead(),
    answer(api.POST('/api/challenge', { body: {} })),
    makeSessionKey(),
  ]);
  const statement = { algorithm: -7, end: key.end, head, nonce: challenge, public_key: key.public_key } as const;
  const vouched = await vouch(messageOf('session key', logKey, canonical(statement)));
  const entered = await answer(api.POST('/api/sign-in', { body: { statement, ...vouched } }));
  // A session that ended may have been another person's.
  becomesOf(entered.person);
  await forgetPeople(entered.person);
  tellWindows(entered.person);
  await keepSessionKey(key);
  return entered;
}
