// The one way in which the page changes the record: asks the rules, checks the record's head, signs (in words before the person, where
// the rules want a passkey), sends.
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, lazy, Suspense, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { unlessAskedToSignIn } from '../api/again';
import type { Schemas } from '../api/client';
import { answer, api, Refused } from '../api/client';
import { meQuery } from '../api/queries';
import { followerOf } from '../live/follower';
import { checkedHead } from '../record/head';
import { loadWatch } from '../record/lost';
import type { Act, Command } from './act';
import { Contents } from './content';
import type { Said } from './DoneToast';
import { DoneToast } from './DoneToast';
import type { InFront } from './inFront';
import { useInFront } from './inFront';
import { useFocusKept } from './keepFocus';
import { loadSignedValues } from './loadSignedValues';
import { messageOf } from './message';
import { sign } from './passkeys';
import { RefusedHere, reported } from './problems';
import type { Signature } from './request';
import { requestOf, sendAct } from './request';
import { keptSessionKey, signBySession } from './sessionKey';
import type { No } from './Dialogs';
import type { Question } from './SignDialog';

type Receipt = Schemas['Receipt'];

interface Acts {
  perform: (act: Act) => Promise<Receipt | undefined>;
  quietly: (command: Command) => Promise<void>;
  standsInFront: InFront;
  /** That something is done which is no act, as its button is called. */
  tellDone: (what?: string) => void;
}

const ActContext = createContext<Acts>({
  perform: () => Promise.resolve(undefined),
  quietly: () => Promise.resolve(),
  standsInFront: () => () => undefined,
  tellDone: () => undefined,
});

/** Gives `perform`, which ends with the receipt, or with nothing where the person or the rules said no (and the person was told). */
export const useAct = () => use(ActContext).perform;

/** Gives a way to act of which the person sees nothing: what needs a passkey or is refused is left undone. */
export const useQuietAct = () => use(ActContext).quietly;

/** Gives a way to say that something is done which lies beside the record. */
export const useTellDone = () => use(ActContext).tellDone;

/** While a form is open, what its acts are refused with is told in it, and not over it. */
export function useRefusals(opened: boolean, tell: (no: No) => void) {
  const { standsInFront } = use(ActContext);
  useEffect(() => (opened ? standsInFront(tell) : undefined), [opened, standsInFront, tell]);
}

export function ActProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const { question, busy, agreed } = useQuestion();
  const inTurn = useTurns();
  const [no, setNo] = useState<No>();
  const { standsInFront, tellInFront } = useInFront();
  const [said, say] = useState<Said>();
  const keepFocus = useFocusKept();
  const needsDialogs = useDialogs(question !== undefined || no !== undefined);

  const perform = useCallback<Acts['perform']>(
    (act) =>
      inTurn(async () => {
        try {
          const receipt = await done(queryClient, act, agreed, ({ seq }) => followerOf(queryClient).upTo(seq));
          if (receipt) {
            say({ seq: receipt.seq, what: act.words || act.label });
            keepFocus();
          }
          return receipt;
        } catch (error) {
          const refusal = { problem: reported(error), instead: act.instead };
          if (!tellInFront(refusal)) setNo(refusal);
          // What the page shows led there, and so may be old.
          if (isRefusedByRules(error)) followerOf(queryClient).take(undefined);
          return undefined;
        }
      }),
    [queryClient, agreed, inTurn, tellInFront, keepFocus],
  );
  const quietly = useCallback<Acts['quietly']>(
    (command) =>
      inTurn(async () => {
        const act: Act = { words: '', command: (): Command => command };
        const nothing = () => Promise.resolve(undefined);
        await done(queryClient, act, nothing, nothing).catch(() => undefined);
      }),
    [queryClient, inTurn],
  );

  const tellDone = useCallback((what?: string) => say({ what }), []);
  const acts = useMemo(
    () => ({ perform, quietly, standsInFront, tellDone }),
    [perform, quietly, standsInFront, tellDone],
  );
  return (
    <ActContext value={acts}>
      {children}
      <DoneToast said={said} />
      {needsDialogs && (
        <Suspense fallback={null}>
          <Dialogs question={question} busy={busy} no={no} onRead={() => setNo(undefined)} />
        </Suspense>
      )}
    </ActContext>
  );
}

const loadDialogs = () => import('./Dialogs');
const Dialogs = lazy(() => loadDialogs().then((its) => ({ default: its.Dialogs })));
/** They are no part of the first load, but there before anybody needs them: also to say that the server is gone. */
const dialogsAfter_ms = 10_000;

/** Whether they are shown: once they were needed they stay, so that they can go in their own way. */
function useDialogs(need: boolean) {
  const [needed, setNeeded] = useState(false);
  if (need && !needed) setNeeded(true);
  useEffect(() => {
    const later = setTimeout(() => void loadDialogs().catch(() => undefined), dialogsAfter_ms);
    return () => clearTimeout(later);
  }, []);
  return needed;
}

/** Asks the person, and does it; fails where `refused` does before they answered. */
type Agreed = (
  words: string,
  message: string,
  what: () => Promise<Receipt>,
  refused: Promise<never>,
) => Promise<Receipt | undefined>;

/** From the rules' word to the receipt and to what `follows` it; nothing where the person did not agree. */
async function done(
  queryClient: QueryClient,
  act: Act,
  agreed: Agreed,
  follows: (receipt: Receipt) => Promise<void>,
): Promise<Receipt | undefined> {
  const contents = new Contents();
  const command = await act.command(contents);
  const { person, has_seat } = await queryClient.ensureQueryData(meQuery);
  const watch = has_seat ? await loadWatch() : undefined;
  const ready = async () => {
    const [{ formal, credentials, after }, { head, logKey }] = await Promise.all([
      answer(api.POST('/api/acts/prepare', { body: { command } })),
      checkedHead(),
    ]);
    const request = requestOf({ person, command, head, after });
    return { formal, credentials, request, message: messageOf('act', logKey, request) };
  };
  const send = async (request: string, signature: Signature) => {
    const receipt = await sendAct(request, contents.all, signature);
    void watch?.({ seq: receipt.seq, request, signature }).catch(() => undefined);
    // One's own act may end one's sign-in, as a seat's that passes on does: it is done all the same.
    await unlessAskedToSignIn(follows(receipt));
    return receipt;
  };
  const unasked = async ({ request, message }: { request: string; message: string }) => {
    const key = await keptSessionKey();
    if (key === undefined) throw new RefusedHere('sign-in-again-here');
    return send(request, { session: await signBySession(key, message) });
  };

  const asked = async ({ request, message, credentials }: Awaited<ReturnType<typeof ready>>) => {
    await loadSignedValues(); // so that nobody signs before they stand there
    const meanwhile = watchedRules(queryClient, command);
    const signed = async () => send(request, { passkey: await sign(message, credentials) });
    return agreed(act.words, message, signed, meanwhile.refused).finally(meanwhile.stop);
  };

  const first = await ready();
  const how = first.formal || act.byPasskey ? asked : unasked;
  return how(first).catch(async (error: unknown) => {
    if (!isOvertaken(error)) throw error;
    // Where the other act was the same one, this tells what the rules say now.
    return how(await ready());
  });
}

/** `refused` fails once the rules refuse, because of what others did, what they allowed when it was asked. */
function watchedRules(queryClient: QueryClient, command: Command) {
  let stop: () => void = () => undefined;
  const refused = new Promise<never>((_, fail) => {
    stop = followerOf(queryClient).onNews(() => {
      answer(api.POST('/api/acts/prepare', { body: { command } })).catch((error: unknown) => {
        if (isRefusedByRules(error)) fail(error instanceof Error ? error : new Error());
      });
    });
  });
  refused.catch(() => undefined); // nobody may be waiting any more
  return { refused, stop };
}

const isRefusedByRules = (error: unknown) => error instanceof Refused && error.problem.status === 422;

/** Another window or device of the same person acted in between. */
const isOvertaken = (error: unknown) =>
  error instanceof Refused && ['head-is-behind', 'signature-was-used'].includes(error.problem.key);

/** One act after the other: each is signed over a head that holds the one before. */
function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(<T,>(what: () => Promise<T>): Promise<T> => {
    const turn = last.current.then(what);
    last.current = turn.catch(() => undefined);
    return turn;
  }, []);
}

/** Asks one thing at a time: acts take turns, so nothing else is asked meanwhile. */
function useQuestion() {
  const [question, setQuestion] = useState<Question>();
  const [busy, setBusy] = useState(false);

  /** Does what the person agrees to, with the question standing until it is done; ends with nothing where they don't agree. */
  const agreed = useCallback<Agreed>(async (words, message, what, refused) => {
    try {
      const said = new Promise<boolean>((resolve) => setQuestion({ words, message, answer: resolve }));
      if (!(await Promise.race([said, refused]))) return undefined;
      setBusy(true);
      return await what();
    } finally {
      setBusy(false);
      setQuestion(undefined);
    }
  }, []);
  return { question, busy, agreed };
}
