// Changes something that is no act and lies beside the record, reads anew what shows it, and says that it is done.
import type { QueryKey } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';

import { useTellDone } from './useAct';
import { useTry } from './useTry';

/** `quietly`: where what changes is before everybody's eyes, again and again. */
export function useChange({ queryKey }: { queryKey: QueryKey }, quietly = false) {
  const queryClient = useQueryClient();
  const tellDone = useTellDone();
  const { attempt, busy, problem } = useTry();
  /** Whether it went well. */
  const change = async (how: () => Promise<unknown>) => {
    const isDone = await attempt(async () => {
      await how();
      await queryClient.invalidateQueries({ queryKey });
    });
    if (isDone && !quietly) tellDone();
    return isDone;
  };
  return { change, busy, problem };
}
