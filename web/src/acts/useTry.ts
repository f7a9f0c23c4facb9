// Runs something that may fail, and keeps what to tell the person.
import { useState } from 'react';

import type { Problem } from '../api/client';
import { reported } from './problems';

export function useTry() {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  /** Whether it went well. */
  const attempt = async (action: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
      return true;
    } catch (error) {
      setProblem(reported(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, attempt };
}
