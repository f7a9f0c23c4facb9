// The key with which the reader's seat votes in a year: registered, made anew, handed on.
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import { newBox, registrationOf } from '../../ballot/votingKey';
import { ProblemAlert } from '../../components/ProblemAlert';
import { checkedHead } from '../../record/head';
import type { Keybox } from './box';
import { keptByPasskey, openedBox, remember } from './box';
import { NewKeyboxFile } from './NewKeyboxFile';
import { OpenKeybox } from './OpenKeybox';
import { keyboxQuery } from './queries';

/** What is being done with the box, and with which. */
type Step = { is: 'open' | 'file' | 'keep'; then: 'register' | 'nothing'; name: string };

export function VotingKeyCard({ year }: { year: number }) {
  const { t } = useTranslation();
  const keybox = useQuery(keyboxQuery).data?.keybox;
  if (!keybox?.may.includes('register-voting-key')) return null;
  return (
    <Card withBorder component="section" aria-label={t('keybox.title')} data-testid="voting-key">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('keybox.title')}
        </Title>
        <OfYear keybox={keybox} year={year} />
      </Stack>
    </Card>
  );
}

function OfYear({ keybox, year }: { keybox: Keybox; year: number }) {
  const { t } = useTranslation();
  const { problem, busy, attempt } = useTry();
  const register = useRegister(keybox, year);
  const keep = useKeep(keybox);
  const [step, setStep] = useState<Step>();
  const registered = keybox.keys.find((key) => key.year === year);
  const before = keybox.keys.at(-1)?.box;

  /** A box that nobody has yet is first kept, then relied on. */
  const make = () =>
    attempt(async () => {
      const name = remember(newBox());
      if (await keep(name)) await register(name);
      else setStep({ is: 'file', then: 'register', name });
    });
  const done = (name: string, then: Step['then']) =>
    attempt(async () => {
      setStep(undefined);
      if (then === 'register') await register(name);
    });
  const go = (is: Step['is'], name: string, then: Step['then'] = 'nothing') =>
    setStep(openedBox(name) ? { is, then, name } : { is: 'open', then, name });

  return (
    <>
      <Text>{t(registered ? 'keybox.registered' : 'keybox.missing', { year })}</Text>
      {problem && <ProblemAlert problem={problem} />}
      {step && <Doing keybox={keybox} step={step} onStep={setStep} onDone={() => done(step.name, step.then)} />}
      {!step && (
        <Group>
          {!registered && (
            <Button loading={busy} onClick={() => (before ? go('keep', before, 'register') : void make())}>
              {t('keybox.register', { year })}
            </Button>
          )}
          {registered && (
            <Button variant="light" onClick={() => go('file', registered.box)}>
              {t('keybox.handOn')}
            </Button>
          )}
          {(registered || before) && (
            <Button variant="subtle" loading={busy} onClick={() => void make()}>
              {t('keybox.makeAnew')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

interface DoingProps {
  keybox: Keybox;
  step: Step;
  onStep: (step: Step) => void;
  onDone: () => Promise<unknown>;
}

function Doing({ keybox, step, onStep, onDone }: DoingProps) {
  const { t } = useTranslation();
  const box = openedBox(step.name);
  if (step.is === 'open' || box === undefined)
    return (
      <OpenKeybox
        name={step.name}
        onOpened={() => (step.then === 'register' ? void onDone() : onStep({ ...step, is: 'file' }))}
      />
    );
  return (
    <NewKeyboxFile
      seat={keybox.key}
      box={box}
      explain={t(step.then === 'register' ? 'keybox.noPasskey' : 'keybox.handOnHint')}
      onSaved={async () => {
        await onDone();
      }}
    />
  );
}

/** Keeps an open box for a passkey of the person; whether one could. */
function useKeep({ organization }: Keybox) {
  const { t } = useTranslation();
  const perform = useAct();
  return async (name: string): Promise<boolean> => {
    const box = openedBox(name);
    const kept = box && (await keptByPasskey(box, organization));
    if (kept === undefined) return false;
    const receipt = await perform({
      words: t('words.keep-keybox'),
      command: (contents): Command => ({
        type: 'keep-keybox',
        organization,
        box: name,
        credential: kept.credential,
        wrapped: contents.add(kept.wrapped),
      }),
    });
    return receipt !== undefined;
  };
}

function useRegister({ organization, key }: Keybox, year: number) {
  const { t } = useTranslation();
  const perform = useAct();
  return async (name: string) => {
    const box = openedBox(name);
    if (box === undefined) return;
    const { logKey: log } = await checkedHead();
    await perform({
      words: t('words.register-voting-key', { organization: key, year }),
      command: (): Command => ({ type: 'register-voting-key', ...registrationOf(box, { log, organization, year }) }),
    });
  };
}
