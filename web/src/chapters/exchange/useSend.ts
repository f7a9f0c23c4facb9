// Sends something to the exchange; tells what went wrong, and reads the exchange anew when it went well.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { reported } from '../../acts/problems';
import type { Problem } from '../../api/client';
import { answer } from '../../api/client';

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
      setProblem(reported(error));
      return undefined;
    }
  };
  return { problem, send };
}
