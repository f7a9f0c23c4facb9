// The one way in which the page changes the record: asks the rules, shows in words what is being signed, asks the passkey, sends.
import { Button, Code, Group, Modal, Spoiler, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import canonicalize from 'canonicalize';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Problem, Schemas } from '../api/client';
import { answer, api, Refused, slug } from '../api/client';
import { ProblemAlert } from '../components/ProblemAlert';
import { Contents } from './content';
import { sign } from './passkeys';

export interface Command {
  type: string;
  [member: string]: unknown;
}

export interface Act {
  command: (contents: Contents) => Command;
  /** What the person is told to be signing, already in their language. */
  words: string;
}

type Receipt = Schemas['Receipt'];
type Perform = (act: Act) => Promise<Receipt | undefined>;

const ActContext = createContext<Perform>(() => Promise.resolve(undefined));

/** Gives `perform`, which ends with the receipt, or with nothing where the person or the rules said no (and the person was told). */
export const useAct = () => use(ActContext);

interface Pending {
  words: string;
  request: string;
  confirm: () => void;
  cancel: () => void;
}

export function ActProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<Pending>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);

  const perform = useCallback<Perform>(
    async (act) => {
      const contents = new Contents();
      const command = act.command(contents);
      let asked: Pending | undefined;
      try {
        const prepared = await answer(api.POST('/api/acts/prepare', { body: { command } }));
        const me = await answer(api.GET('/api/me'));
        // Strictly later than anything signed on this page before, even within one millisecond.
        latest.current = Math.max(Date.now(), latest.current + 1);
        const request = canonicalize({
          community: slug,
          person: me.person,
          ...(prepared.formal ? { asked_at: new Date(latest.current).toISOString() } : {}),
          command,
        });
        if (request === undefined) return undefined;
        let signature: Schemas['Signature'] | undefined;
        if (prepared.formal) {
          const agreed = await new Promise<boolean>((resolve) => {
            asked = { words: act.words, request, confirm: () => resolve(true), cancel: () => resolve(false) };
            setPending(asked);
          });
          if (!agreed) return undefined;
          setBusy(true);
          signature = await sign(request, prepared.credentials);
        }
        const receipt = await answer(
          api.POST('/api/acts', { body: { request, contents: contents.all, ...(signature ? { signature } : {}) } }),
        );
        await queryClient.invalidateQueries();
        return receipt;
      } catch (error) {
        setProblem(error instanceof Refused ? error.problem : passkeyProblem);
        return undefined;
      } finally {
        // Another act may be asking meanwhile: its question stays.
        if (asked) {
          setPending((now) => (now === asked ? undefined : now));
          setBusy(false);
        }
      }
    },
    [queryClient],
  );

  return (
    <ActContext value={useMemo(() => perform, [perform])}>
      {children}
      <Modal
        zIndex={400}
        opened={pending !== undefined}
        onClose={() => pending?.cancel()}
        title={t('act.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Text fw={600} data-testid="act-words">
            {pending?.words}
          </Text>
          <Text size="sm" c="dimmed">
            {t('act.explain')}
          </Text>
          <Spoiler maxHeight={0} showLabel={t('act.showBytes')} hideLabel={t('act.hideBytes')}>
            <Code block className="wrap">
              {pending?.request}
            </Code>
          </Spoiler>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => pending?.cancel()}>
              {t('cancel')}
            </Button>
            <Button loading={busy} data-autofocus onClick={() => pending?.confirm()}>
              {t('act.sign')}
            </Button>
          </Group>
        </Stack>
      </Modal>
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

const passkeyProblem: Problem = {
  type: 'about:blank',
  title: 'Passkey',
  status: 0,
  detail: '',
  key: 'no-passkey-given',
};
