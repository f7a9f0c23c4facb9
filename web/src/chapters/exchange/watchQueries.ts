// What is watched on this device. The host is asked for all that was added, whatever the list says.
import { queryOptions } from '@tanstack/react-query';

import { checkedHead } from '../../record/head';
import type { SeatOfLog } from '../keyboxes/shared';
import { openedBox } from '../keyboxes/shared';
import { listFrom } from './watchKeeping';
import type { WatchList } from './watchList';
import { emptyList } from './watchList';
import { look, watchFor, watchHere } from './watching';

/** The log's first key, to which what is sealed is bound. */
export const logKeyQuery = queryOptions({
  queryKey: ['log key'],
  queryFn: checkedHead,
  staleTime: Infinity,
  meta: { shows: {} },
});

const lookAgain = 5 * 60_000;

export const metQuery = (organization: number) =>
  queryOptions({
    queryKey: ['watch list', 'met', organization],
    queryFn: () => look(organization),
    refetchInterval: lookAgain,
    staleTime: lookAgain,
    meta: { shows: 'nothing' },
  });

interface Opened {
  list: WatchList;
  /** What the host keeps is not what was sealed. */
  isDamaged: boolean;
}

/** What is sealed, once the keybox of that name is open; from then on this device watches for it. */
export const openedQuery = (seat: SeatOfLog, sealed: string, name: string) =>
  queryOptions({
    queryKey: ['watch list', 'opened', seat, sealed, name],
    queryFn: async (): Promise<Opened> => {
      const box = openedBox(name);
      const list = box && listFrom(box, seat, sealed);
      if (list === undefined) return { list: emptyList, isDamaged: true };
      const here = await watchHere(seat.organization);
      if (JSON.stringify(here?.list) !== JSON.stringify(list)) await watchFor(seat.organization, list);
      return { list, isDamaged: false };
    },
    staleTime: Infinity,
    meta: { shows: 'nothing' },
  });
