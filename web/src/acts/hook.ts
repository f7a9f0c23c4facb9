// A hook of the community: a passkey signs where it leads and what it hears of, and that its secret is made anew.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { signedWish } from './signedWish';

type Wish = Omit<Schemas['HookStatement'], 'nonce' | 'person'>;

export async function makeHook(me: Schemas['Me'], wish: Wish): Promise<Schemas['HookSecret']> {
  return answer(api.POST('/api/hooks', { body: await signedWish('hook', me, wish) }));
}

export async function renewSecret(me: Schemas['Me'], hook: string): Promise<Schemas['HookSecret']> {
  return answer(api.POST('/api/hooks/secret', { body: await signedWish('hook secret', me, { hook }) }));
}
