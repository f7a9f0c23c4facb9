// A token for a program of one's own: a passkey signs for which use, how much and how long it is made.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { signedWish } from './signedWish';

type Wish = Omit<Schemas['TokenStatement'], 'nonce' | 'person'>;

export async function makeToken(me: Schemas['Me'], wish: Wish): Promise<Schemas['NewToken']> {
  return answer(api.POST('/api/me/tokens', { body: await signedWish('token', me, wish) }));
}
