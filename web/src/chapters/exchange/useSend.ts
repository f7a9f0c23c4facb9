// Sends something to the exchange; tells what went wrong, and reads the exchange anew when it went well.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Problem } from '../../api/client';
import { answer, Refused } from '../../api/client';

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

export function useSend() {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const send = async <T>(call: Call<T>): Promise<T | undefined> => {
    try {
      const data = await answer(call);
      setProblem(undefined);
      await queryClient.invalidateQueries({ queryKey: ['exchange'] });
      return data;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
      return undefined;
    }
  };
  return { problem, send };
}
