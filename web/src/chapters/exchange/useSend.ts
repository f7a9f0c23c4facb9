// Sends something to the exchange; tells what went wrong, and reads the exchange anew when it went well.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { reported } from '../../acts/problems';
import type { Problem } from '../../api/client';
import { answer } from '../../api/client';

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

type Sent<T> = { data: T; problem?: undefined } | { data?: undefined; problem: Problem };

/** The same, for whoever tells by themselves what went wrong. */
export function useSending() {
  const queryClient = useQueryClient();
  return async <T>(call: Call<T>): Promise<Sent<T>> => {
    try {
      const data = await answer(call);
      await queryClient.invalidateQueries({ queryKey: ['exchange'] });
      return { data };
    } catch (error) {
      return { problem: reported(error) };
    }
  };
}

export function useSend() {
  const sending = useSending();
  const [problem, setProblem] = useState<Problem>();
  const send = async <T>(call: Call<T>): Promise<T | undefined> => {
    const sent = await sending(call);
    setProblem(sent.problem);
    return sent.data;
  };
  return { problem, send };
}
