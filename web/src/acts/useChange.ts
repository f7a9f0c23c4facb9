// Changes something that is no act and lies beside the record, and reads anew what shows it.
import type { QueryKey } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';

import { useTry } from './useTry';

export function useChange({ queryKey }: { queryKey: QueryKey }) {
  const queryClient = useQueryClient();
  const { attempt, busy, problem } = useTry();
  /** Whether it went well. */
  const change = (how: () => Promise<unknown>) =>
    attempt(async () => {
      await how();
      await queryClient.invalidateQueries({ queryKey });
    });
  return { change, busy, problem };
}
