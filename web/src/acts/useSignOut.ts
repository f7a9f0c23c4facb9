// Signing out: the key of this sign-in ends in the record, where it stands there, then at the host, then on this device.
import { answer, api, base, Refused } from '../api/client';
import { forgetDrafts } from './draft';
import { forgetOfSignIn } from './kept';
import { reported } from './problems';
import { forgetSessionKey, idOfKey, keptSessionKey } from './sessionKey';
import { useQuietAct } from './useAct';

export function useSignOut() {
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
    // On this device at least, where the host doesn't answer: whoever sits down here next reads nothing.
    await forgetSessionKey();
    await forgetOfSignIn();
    forgetDrafts();
    window.location.assign(`${base}/sign-in`);
  };
}

const isOutAlready = (error: unknown) => error instanceof Refused && error.problem.status === 401;
