// The key with which the reader's seat votes in a year: registered, made anew, handed on.
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { RefusedHere } from '../../acts/problems';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import { newBox, registrationOf } from '../../ballot/votingKey';
import { useMe } from '../../api/queries';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';
import type { Keybox } from './box';
import { keptByPasskey, notKeptBy, openedBox, remember } from './box';
import { NewKeyboxFile } from './NewKeyboxFile';
import { OpenKeybox } from './OpenKeybox';
import { keyboxQuery } from './queries';
import './words';

/** What the box is wanted for: to register its key, to hand it on in a file, to keep it for a passkey. */
type Purpose = 'register' | 'file' | 'keep';
/** It is being opened, or saved as a file, and then used for that. */
interface Step {
  is: 'open' | 'file';
  name: string;
  then: Purpose;
}

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

/** How a box comes from being asked for to being used: opened or saved in between, where it has to be. */
function useSteps(keybox: Keybox, year: number) {
  const { problem, busy, attempt } = useTry();
  const register = useRegister(keybox, year);
  const keep = useKeep(keybox);
  const [step, setStep] = useState<Step>();

  const apply = (name: string, then: Purpose) =>
    attempt(async () => {
      setStep(then === 'file' ? { is: 'file', name, then } : undefined);
      if (then === 'register') await register(name);
      if (then === 'keep' && !(await keep(name))) throw new RefusedHere('passkey-opens-no-keybox');
    });
  const go = (name: string, then: Purpose) =>
    openedBox(name) ? void apply(name, then) : setStep({ is: 'open', name, then });
  /** A box that nobody has yet is first kept, then relied on. */
  const make = () =>
    attempt(async () => {
      const name = remember(newBox());
      if (await keep(name)) await register(name);
      else setStep({ is: 'file', name, then: 'register' });
    });
  const saved = async ({ name, then }: Step) => {
    setStep(undefined);
    if (then === 'register') await apply(name, then);
  };
  return { problem, busy, step, apply, go, make, saved };
}

function OfYear({ keybox, year }: { keybox: Keybox; year: number }) {
  const { t } = useTranslation();
  const { problem, busy, step, apply, go, make, saved } = useSteps(keybox, year);
  const registered = keybox.keys.find((key) => key.year === year);
  const before = keybox.keys.at(-1)?.box;
  const passkeys = useOwnPasskeys();
  const toKeep = registered ? notKeptBy(keybox, registered.box, passkeys) : [];

  return (
    <>
      <Text>{t(registered ? 'keybox.registered' : 'keybox.missing', { year })}</Text>
      {problem && <ProblemAlert problem={problem} />}
      {step?.is === 'open' && <OpenKeybox name={step.name} onOpened={() => void apply(step.name, step.then)} />}
      {step?.is === 'file' && <Saving seat={keybox.key} step={step} onSaved={() => saved(step)} />}
      {!step && (
        <Group>
          {!registered && (
            <Button loading={busy} onClick={() => (before ? go(before, 'register') : void make())}>
              {t('keybox.register', { year })}
            </Button>
          )}
          {registered && (
            <Button variant="light" loading={busy} onClick={() => go(registered.box, 'file')}>
              {t('keybox.handOn')}
            </Button>
          )}
          {registered && toKeep.length > 0 && (
            <Button variant="light" loading={busy} onClick={() => go(registered.box, 'keep')}>
              {t(toKeep.length < passkeys.length ? 'keybox.keepForAnother' : 'keybox.keep')}
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

function Saving({ seat, step, onSaved }: { seat: string; step: Step; onSaved: () => Promise<void> }) {
  const { t } = useTranslation();
  const box = openedBox(step.name);
  const explain = t(step.then === 'register' ? 'keybox.noPasskey' : 'keybox.handOnHint');
  return box ? <NewKeyboxFile seat={seat} box={box} explain={explain} onSaved={onSaved} /> : null;
}

const useOwnPasskeys = () => useMe().data?.passkeys.map(({ credential }) => credential) ?? [];

/** Keeps an open box for a passkey of the person that does not keep it yet; whether one could. */
function useKeep(keybox: Keybox) {
  const { organization } = keybox;
  const { t } = useTranslation();
  const perform = useAct();
  const passkeys = useOwnPasskeys();
  return async (name: string): Promise<boolean> => {
    const box = openedBox(name);
    const kept = box && (await keptByPasskey(box, organization, notKeptBy(keybox, name, passkeys)));
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
