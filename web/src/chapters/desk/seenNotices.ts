// Which notices were seen on this device. That is kept here and nowhere else: another device tells them again.
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { change, kept } from '../../acts/kept';
import { slug } from '../../api/client';

const place = `notices/${slug}`;
/** Their numbers grow; more than these are never told at a time. */
const mostKept = 2000;

const seenQuery = {
  queryKey: ['seen-notices'],
  queryFn: async () => (await kept<number[]>(place)) ?? [],
  meta: { shows: 'nothing' as const },
};

export function useSeenNotices() {
  const queryClient = useQueryClient();
  const { data: seen } = useQuery(seenQuery);
  const see = async (numbers: number[]) => {
    await change<number[]>(place, (before = []) => [...new Set([...before, ...numbers])].slice(-mostKept));
    await queryClient.invalidateQueries(seenQuery);
  };
  return {
    /** Also while that is not read yet, so that nothing shows and goes. */
    isSeen: (number: number) => seen === undefined || seen.includes(number),
    see: (numbers: number[]) => void see(numbers),
  };
}
