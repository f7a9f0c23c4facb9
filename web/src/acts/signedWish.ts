// What outlives a sign-in (a token, a hook), and the end of another one, is asked for with a passkey, which signs the wish in full.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { checkedHead } from '../record/head';
import { canonical, messageOf } from './message';
import { sign } from './passkeys';

type Me = Schemas['Me'];

/** The wish as one's own, made just now, with what the passkey says to it. */
export async function signedWish<Wish extends object>(
  purpose: Parameters<typeof messageOf>[0],
  { person, passkeys }: Me,
  wish: Wish,
) {
  const [{ logKey }, { challenge }] = await Promise.all([
    checkedHead(),
    answer(api.POST('/api/challenge', { body: {} })),
  ]);
  const statement = { ...wish, nonce: challenge, person };
  const passkey = await sign(
    messageOf(purpose, logKey, canonical(statement)),
    passkeys.map(({ credential }) => credential),
  );
  return { statement, passkey };
}
