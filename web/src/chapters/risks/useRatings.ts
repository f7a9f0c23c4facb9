// How Members rated the risks, asking by asking: totals that this device verified, or none. To verify them takes all of the device for a while, so
// it is asked for once; afterwards the device remembers that it did.
import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { keep, kept } from '../../acts/kept';
import { slug } from '../../api/client';
import type { Schemas } from '../../api/client';
import { exposureQuery, verifiedQuery } from '../exposure/shared';
import type { Rating } from './score';
import { rating_set, ratingsIn } from './score';

type Head = Schemas['RoundHead'];

export interface Asking {
  round: Head;
  /** By the ids of risks. */
  of: ReadonlyMap<number, Rating>;
}
export interface Ratings {
  /** The round in which they were asked last. */
  round: Head | undefined;
  /** What was found in it; nothing until it is verified. */
  of: Asking['of'] | undefined;
  /** All that are verified, the last one last. */
  askings: Asking[];
  isVerifying: boolean;
  error: Error | null;
  /** Has this device verify them, where it has not begun to. */
  verify: (() => void) | undefined;
}

/** In the order in which they closed, of those that were counted. */
const askingsIn = (rounds: Head[]) =>
  rounds
    .filter(({ outcome, asks }) => outcome === 'counted' && asks.some(({ name }) => name === rating_set))
    .sort((a, b) => Date.parse(a.closes) - Date.parse(b.closes));

const placeOf = (round: number) => `risks/${slug}/rated/${round}`;

/** That it was is no proof, and leads only to the proof being looked for. */
const wasVerifiedQuery = (round: number) =>
  queryOptions({
    queryKey: ['ratings', round, 'verified here'],
    queryFn: async () => (await kept<boolean>(placeOf(round))) ?? false,
    retry: false,
    meta: { shows: 'nothing' },
  });

export function useRatings(): Ratings {
  const client = useQueryClient();
  const rounds = askingsIn(useQuery(exposureQuery).data?.rounds ?? []);
  const round = rounds.at(-1);
  const before = useQueries({ queries: rounds.map(({ id }) => wasVerifiedQuery(id)) });
  const [asked, setAsked] = useState<number>();
  const isThere = round !== undefined && client.getQueryData(verifiedQuery(round.id).queryKey) !== undefined;
  /** Those before the last have the device once the last is there. */
  const isAsked = (one: Head, i: number) =>
    (asked === round?.id || before[i]?.data === true) && (one === round || isThere);
  const found = useQueries({
    queries: rounds.map((one, i) => ({ ...verifiedQuery(one.id), enabled: isAsked(one, i), select: ratingsIn })),
  });
  const askings = rounds.flatMap((one, i) => (found[i]?.data ? [{ round: one, of: found[i].data }] : []));
  useRemembered(askings);
  const last = found.at(-1);
  if (!round || !last) return { round, of: undefined, askings, isVerifying: false, error: null, verify: undefined };
  const isLastAsked = isAsked(round, rounds.length - 1);
  return {
    round,
    of: last.data,
    askings,
    isVerifying: isLastAsked && last.isPending,
    error: isLastAsked ? last.error : null,
    verify: !isLastAsked && !before.at(-1)?.isPending && !last.data ? () => setAsked(round.id) : undefined,
  };
}

/** Whichever page had them verified. */
function useRemembered(askings: Asking[]) {
  const ids = askings.map(({ round }) => round.id).join(' ');
  useEffect(() => {
    for (const id of ids.split(' ').filter(Boolean)) void keep(placeOf(Number(id)), true);
  }, [ids]);
}
