// What was seen on this device. That is kept here and nowhere else, and until one signs out: another device, and another sign-in, tell it again.
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { changeOwn, keptOfOwn } from '../../acts/own';

/** More than these are never told at a time. */
const mostKept = 2000;

function useSeen<Key extends number | string>(what: 'notices' | 'tasks') {
  const queryClient = useQueryClient();
  const query = {
    queryKey: ['seen', what],
    queryFn: async () => (await keptOfOwn<Key[]>(what)) ?? [],
    meta: { shows: 'nothing' as const },
  };
  const { data: seen } = useQuery(query);
  const become = async (how: (before: Key[]) => Key[]) => {
    await changeOwn<Key[]>(what, (before = []) => how(before).slice(-mostKept));
    await queryClient.invalidateQueries(query);
  };
  return {
    isKnown: seen !== undefined,
    /** Also while that is not read yet, so that nothing shows and goes. */
    isSeen: (key: Key) => seen === undefined || seen.includes(key),
    see: (keys: Key[]) => void become((before) => [...new Set([...before, ...keys])]),
    /** What is there no more is forgotten: if it comes back, it is new. */
    keepOnly: (there: Key[]) => {
      if (seen?.some((key) => !there.includes(key)))
        void become((before) => before.filter((key) => there.includes(key)));
    },
  };
}

/** Their numbers grow, and are the same for everybody. */
export const useSeenNotices = () => useSeen<number>('notices');
/** By what tells one from another (news.ts). */
export const useSeenTasks = () => useSeen<string>('tasks');
