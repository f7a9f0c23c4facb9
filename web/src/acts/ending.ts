// The end of a sign-in, a token or a calendar of one's own: a passkey signs it, so that whoever only got hold of a browser shuts nobody out.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { signedWish } from './signedWish';

type Me = Schemas['Me'];

const ending = (me: Me, id: string) => signedWish('ending', me, { id });

export const endSignIn = async (me: Me, id: string) =>
  answer(api.POST('/api/me/sign-ins/end', { body: await ending(me, id) }));

export const endToken = async (me: Me, id: string) =>
  answer(api.POST('/api/me/tokens/end', { body: await ending(me, id) }));

export const endCalendar = async (me: Me, id: string) =>
  answer(api.POST('/api/me/calendars/end', { body: await ending(me, id) }));
