// Runs something that may fail, and keeps what to tell the person.
import { useState } from 'react';

import type { Problem } from '../api/client';
import { Refused } from '../api/client';

const noPasskey: Problem = { type: 'about:blank', title: '', status: 0, detail: '', key: 'no-passkey-given' };

export function useTry() {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : noPasskey);
    }
    setBusy(false);
  };
  return { problem, busy, attempt };
}
