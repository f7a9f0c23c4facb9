// Signing out: the key of this sign-in ends in the record, where it stands there, then at the host, then on this device, with all that it kept for
// the person. Where some of that is told by nobody again, they are asked first.
import { lazy, Suspense, useState } from 'react';

import { answer, api, base, Refused } from '../api/client';
import { becomesOf } from '../api/whose';
import type { Once } from './once';
import { allOnce } from './once';
import { forgetPeople } from './own';
import { reported } from './problems';
import { forgetSessionKey, idOfKey, keptSessionKey } from './sessionKey';
import { useQuietAct } from './useAct';
import { tellWindows } from './windows';

const SignOutDialog = lazy(() => import('./SignOutDialog').then((its) => ({ default: its.SignOutDialog })));

/** `asking` is to be shown, wherever. */
export function useSignOut() {
  const leave = useLeaving();
  const [kept, setKept] = useState<Once[]>([]);
  const signOut = () => {
    const all = allOnce();
    if (all.length > 0) setKept(all);
    else void leave();
  };
  const asking = kept.length > 0 && (
    <Suspense fallback={null}>
      <SignOutDialog kept={kept} onStay={() => setKept([])} onLeave={() => void leave()} />
    </Suspense>
  );
  return { signOut, asking };
}

function useLeaving() {
  const quietly = useQuietAct();
  return async () => {
    try {
      const key = await keptSessionKey();
      // A key that never signed is not in the record, and the rules say so; that keeps nobody in.
      if (key) await quietly({ type: 'end-session-key', key: idOfKey(key) });
      await answer(api.POST('/api/sign-out', { body: {} }));
    } catch (error) {
      if (!isOutAlready(error)) reported(error);
    }
    // On this device at least, where the host doesn't answer: whoever sits down here next reads nothing. What is still under way keeps nothing more.
    becomesOf(undefined);
    await forgetSessionKey();
    await forgetPeople();
    tellWindows(undefined);
    window.location.assign(`${base}/sign-in`);
  };
}

const isOutAlready = (error: unknown) => error instanceof Refused && error.problem.status === 401;
