// The one way in which the page changes the record: asks the rules, shows in words what is being signed, asks the passkey, sends.
import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import canonicalize from 'canonicalize';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Problem, Schemas } from '../api/client';
import { answer, api, slug } from '../api/client';
import { meQuery } from '../api/queries';
import { ProblemAlert } from '../components/ProblemAlert';
import { followerOf } from '../live/follower';
import type { Act } from './act';
import { Contents } from './content';
import { sign } from './passkeys';
import { reported } from './problems';
import type { Question } from './SignDialog';
import { SignDialog } from './SignDialog';

type Perform = (act: Act) => Promise<Schemas['Receipt'] | undefined>;

const ActContext = createContext<Perform>(() => Promise.resolve(undefined));

/** Gives `perform`, which ends with the receipt, or with nothing where the person or the rules said no (and the person was told). */
export const useAct = () => use(ActContext);

export function ActProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { question, busy, agreed } = useQuestions();
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(0);

  const perform = useCallback<Perform>(
    async (act) => {
      const contents = new Contents();
      const send = async (request: string, signature?: Schemas['Signature']) => {
        const body = { request, contents: contents.all, ...(signature ? { signature } : {}) };
        const receipt = await answer(api.POST('/api/acts', { body }));
        await followerOf(queryClient).upTo(receipt.seq);
        return receipt;
      };
      try {
        const command = act.command(contents);
        const { formal, credentials } = await answer(api.POST('/api/acts/prepare', { body: { command } }));
        const { person } = await queryClient.ensureQueryData(meQuery);
        if (!formal) return await send(written({ community: slug, person, command }));
        // Strictly later than anything signed on this page before, even within one millisecond.
        latest.current = Math.max(Date.now(), latest.current + 1);
        const asked_at = new Date(latest.current).toISOString();
        const request = written({ community: slug, person, asked_at, command });
        return await agreed(act.words, request, async () => send(request, await sign(request, credentials)));
      } catch (error) {
        setProblem(reported(error));
        return undefined;
      }
    },
    [queryClient, agreed],
  );

  return (
    <ActContext value={perform}>
      {children}
      <SignDialog question={question} busy={busy} />
      <Modal
        zIndex={400}
        opened={problem !== undefined}
        onClose={() => setProblem(undefined)}
        title={t('act.refused')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {problem && <ProblemAlert problem={problem} />}
      </Modal>
    </ActContext>
  );
}

/** Canonical JSON (RFC 8785), which is what is signed, byte for byte. */
function written(request: object): string {
  const text = canonicalize(request);
  if (text === undefined) throw new Error('this request has no canonical form');
  return text;
}

/** Asks one thing at a time: what is asked meanwhile waits for its turn. */
function useQuestions() {
  const [questions, setQuestions] = useState<Question[]>([]);
  const [busy, setBusy] = useState(false);

  /** Does what the person agrees to, with the question standing until it is done; ends with nothing where they don't agree. */
  const agreed = useCallback(async <T,>(words: string, request: string, what: () => Promise<T>) => {
    let asked: Question | undefined;
    try {
      const yes = await new Promise<boolean>((resolve) => {
        asked = { words, request, answer: resolve };
        const mine = asked;
        setQuestions((all) => [...all, mine]);
      });
      if (!yes) return undefined;
      setBusy(true);
      return await what();
    } finally {
      setBusy(false);
      setQuestions((all) => all.filter((one) => one !== asked));
    }
  }, []);
  return { question: questions[0], busy, agreed };
}
