// An address by which a device follows one's calendar: a passkey signs for which device it is made and how much it shows.
import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { signedWish } from './signedWish';

type Wish = Omit<Schemas['CalendarStatement'], 'nonce' | 'person'>;

export async function makeCalendar(me: Schemas['Me'], wish: Wish): Promise<Schemas['NewCalendar']> {
  return answer(api.POST('/api/me/calendars', { body: await signedWish('calendar', me, wish) }));
}
