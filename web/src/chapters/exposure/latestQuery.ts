// Asks for what was found last: whole rounds and whole sets, whatever of them is looked at.
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { asksOf } from './asks';
import type { Found } from './latest';
import { foundIn, lastRounds, latestOf } from './latest';
import { questionSetQuery, roundQuery } from './queries';

async function readRound(client: QueryClient, id: number): Promise<Found[]> {
  const round = await client.fetchQuery(roundQuery(id));
  const asks = await asksOf(round, (set) => client.fetchQuery(questionSetQuery(set)));
  return asks === null ? [] : foundIn(round, asks);
}

export const latestQuery = (rounds: Schemas['RoundHead'][]) => {
  const ids = lastRounds(rounds).map(({ id }) => id);
  return queryOptions({
    queryKey: ['latest', ...ids],
    queryFn: async ({ client }) => latestOf(await Promise.all(ids.map((id) => readRound(client, id)))),
    meta: { shows: { exposure: 'all', elections: 'all', record: 'all' } },
  });
};
