// Keeps the page up to date: the server says when the record grew, and what is shown is read again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { base } from '../api/client';

export function useLive(enabled: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!enabled) return undefined;
    const source = new EventSource(`${base}/api/events`);
    source.addEventListener('record', () => void queryClient.invalidateQueries());
    return () => source.close();
  }, [enabled, queryClient]);
}
