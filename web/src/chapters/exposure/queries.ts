import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import type { Shows } from '../../live/shows';
import type { ElectionPage } from '../elections/shared';
import type { SeatOfLog } from '../keyboxes/shared';
import { asksOf } from './asks';
import { keptHere } from './keeping';

declare module '../../live/shows' {
  interface Parts {
    exposure: unknown;
  }
}

/** The ballot of a round is an election's, a motion decides on a question set, and who may do what hangs on who sits. */
const whole: Shows = {
  exposure: 'all',
  elections: 'all',
  decisions: 'all',
  membership: 'all',
  bodies: 'all',
  people: 'all',
  record: 'all',
};

export const exposureQuery = queryOptions({
  queryKey: ['exposure'],
  queryFn: () => answer(api.GET('/api/exposure')),
  meta: { shows: whole },
});

export const roundQuery = (id: number) =>
  queryOptions({
    queryKey: ['round', id],
    queryFn: () => answer(api.GET('/api/exposure/rounds/{id}', { params: { path: { id } } })),
    meta: { shows: whole },
  });

export const questionSetQuery = (id: number) =>
  queryOptions({
    queryKey: ['question set', id],
    queryFn: () => answer(api.GET('/api/exposure/sets/{id}', { params: { path: { id } } })),
    meta: { shows: { exposure: 'all', decisions: 'all', record: 'all' } },
  });

/** They come with the program: another one is another page. */
export const shippedQuery = queryOptions({
  queryKey: ['shipped question sets'],
  queryFn: () => answer(api.GET('/api/exposure/shipped')),
  staleTime: Infinity,
  meta: { shows: 'nothing' },
});

/** What a round asks, as the host shows it: what was called is never changed, but may be erased. */
export const asksQuery = (round: Schemas['Round']) =>
  queryOptions({
    queryKey: ['round', round.id, 'asks', round.paper?.salt],
    queryFn: () => asksOf(round),
    retry: false,
    staleTime: Infinity,
    meta: { shows: { record: 'all' } },
  });

/** The same, as this device holds it against the record, for the very ballot that the host shows. */
export const adoptedQuery = (election: ElectionPage, paper: Schemas['Round']['paper']) =>
  queryOptions({
    queryKey: ['election', election.id, 'adopted', election.setup, paper?.text],
    queryFn: async () => (await import('./evidence')).adoptedAsks(election, paper),
    staleTime: Infinity,
    retry: false,
    meta: { shows: 'nothing' },
  });

/** A round's totals once this device verified them, one archive after the other: each takes all of the machine. */
export const verifiedQuery = (id: number) =>
  queryOptions({
    queryKey: ['round', id, 'verified'],
    queryFn: () => afterTheOthers(async () => (await import('./verified')).verifiedRound(id)),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    meta: { shows: 'nothing' },
  });

let others: Promise<unknown> = Promise.resolve();
function afterTheOthers<T>(what: () => Promise<T>): Promise<T> {
  const own = others.then(what);
  others = own.catch(() => undefined);
  return own;
}

/** The seat's own answers, which lie beside the record and which nobody else can read. */
export const ownSealedQuery = queryOptions({
  queryKey: ['own answers'],
  queryFn: () => answer(api.GET('/api/exposure/own')),
  meta: { shows: 'nothing' },
});

/** The copy of it on this device. */
export const ownHereQuery = (seat: SeatOfLog) =>
  queryOptions({
    queryKey: ['own answers', 'here', seat.organization],
    queryFn: () => keptHere(seat),
    meta: { shows: 'nothing' },
  });
