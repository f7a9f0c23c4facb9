// A token for a program of one's own: a passkey signs for which use, how much and how long it is made.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { checkedHead } from '../record/head';
import { canonical, messageOf } from './message';
import { sign } from './passkeys';

type Me = Schemas['Me'];
type Wish = Omit<Schemas['TokenStatement'], 'nonce' | 'person'>;

export async function makeToken({ person, passkeys }: Me, wish: Wish): Promise<Schemas['NewToken']> {
  const [{ logKey }, { challenge }] = await Promise.all([
    checkedHead(),
    answer(api.POST('/api/challenge', { body: {} })),
  ]);
  const statement = { ...wish, nonce: challenge, person };
  const passkey = await sign(
    messageOf('token', logKey, canonical(statement)),
    passkeys.map(({ credential }) => credential),
  );
  return answer(api.POST('/api/me/tokens', { body: { statement, passkey } }));
}
