// How Members rated the risks when they were asked last: totals that this device verified, or none. To verify them takes all of the device for a
// while, so it is asked for once; afterwards the device remembers that it did.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { keep, kept } from '../../acts/kept';
import { slug } from '../../api/client';
import type { Schemas } from '../../api/client';
import { exposureQuery, verifiedQuery } from '../exposure/shared';
import type { Rating } from './score';
import { rating_set, ratingsIn } from './score';

type Head = Schemas['RoundHead'];

export interface Ratings {
  /** The round in which they were asked. */
  round: Head | undefined;
  /** By the ids of risks; nothing until they are verified. */
  of: ReadonlyMap<number, Rating> | undefined;
  isVerifying: boolean;
  error: Error | null;
  /** Has this device verify them, where it has not begun to. */
  verify: (() => void) | undefined;
}

/** The one that closed last, of those that were counted. */
const lastOf = (rounds: Head[]) =>
  rounds
    .filter(({ outcome, asks }) => outcome === 'counted' && asks.some(({ name }) => name === rating_set))
    .sort((a, b) => Date.parse(b.closes) - Date.parse(a.closes))[0];

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
  const exposure = useQuery(exposureQuery);
  const round = lastOf(exposure.data?.rounds ?? []);
  const id = round?.id ?? 0;
  const before = useQuery({ ...wasVerifiedQuery(id), enabled: round !== undefined });
  const [asked, setAsked] = useState<number>();
  const isAsked = round !== undefined && (asked === id || before.data === true);
  const verified = useQuery({ ...verifiedQuery(id), enabled: isAsked, select: ratingsIn });
  const verify = () => {
    setAsked(id);
    void client
      .ensureQueryData(verifiedQuery(id))
      .then(() => keep(placeOf(id), true))
      // What does not hold is told where its totals would stand.
      .catch(() => undefined);
  };
  return {
    round,
    of: round && verified.data,
    isVerifying: isAsked && verified.isPending,
    error: isAsked ? verified.error : null,
    verify: round && !isAsked && !before.isPending && !verified.data ? verify : undefined,
  };
}
