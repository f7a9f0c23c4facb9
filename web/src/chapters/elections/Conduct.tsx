// What whoever conducts the election does, from the close of the call to the result.
import { Alert, Card, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { ReasonForm } from './ReasonForm';
import { SessionSelect } from './SessionSelect';
import type { ElectionPage } from './standing';

const conducts = [
  'close-candidacies',
  'cancel-election',
  'name-election-officers',
  'remake-keys',
  'open-election',
  'close-election',
  'carry-over-count',
  'declare-result',
  'call-run-off',
] as const;

export function Conduct({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const { id, may, to_declare } = election;
  const missing = election.roll - election.voted;
  if (!conducts.some((name) => may.includes(name))) return null;
  return (
    <Card withBorder component="section" aria-label={t('elections.conduct')}>
      <Title order={2} size="h4" mb="xs">
        {t('elections.conduct')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(hintOf(election), { least: election.least_ballots })}{' '}
        {election.open_until && (
          <>
            {t('elections.openUntil')} <When time={election.open_until} />
          </>
        )}
      </Text>
      <WithoutKey election={election} />
      <Group>
        <CloseCandidacies election={election} />
        <Step
          election={election}
          name="name-election-officers"
          command={{ type: 'name-election-officers', election: id }}
        />
        <Step
          election={election}
          name="open-election"
          command={(contents): Command => ({
            type: 'open-election',
            election: id,
            candidates: election.candidates.map((person) => person.id),
            without_key: election.without_key.map(({ organization }) => organization),
            setup: contents.add(election.setup ?? ''),
          })}
        />
        {may.includes('remake-keys') && <RemakeKeysForm election={election} />}
        <Step
          election={election}
          name="close-election"
          command={{ type: 'close-election', election: id }}
          warning={missing > 0 ? t('elections.closesWithout', { count: missing }) : undefined}
        />
        {to_declare && (
          <Step
            election={election}
            name="declare-result"
            command={{ type: 'declare-result', election: id, ...to_declare }}
          />
        )}
        <Step election={election} name="carry-over-count" command={{ type: 'carry-over-count', election: id }} />
        {may.includes('call-run-off') && <RunOffForm election={election} />}
        {may.includes('cancel-election') && <CancelForm election={election} />}
      </Group>
    </Card>
  );
}

/** Whoever has not answered by then is no candidate, and there is no way back. */
function CloseCandidacies({ election: { id, may, candidacies } }: { election: ElectionPage }) {
  const { t } = useTranslation();
  if (!may.includes('close-candidacies')) return null;
  const unanswered = candidacies.filter(({ state }) => state === 'nominated');
  const names = unanswered.map(({ person }) => person.name ?? t('erased')).join(', ');
  const warning = unanswered.length > 0 ? ` ${t('elections.unanswered', { count: unanswered.length, names })}` : '';
  return (
    <ActButton
      words={`${t('words.close-candidacies')}${warning}`}
      command={{ type: 'close-candidacies', election: id }}
    >
      {t('elections.do.close-candidacies')}
    </ActButton>
  );
}

/** What is told as a sentence without gaps. */
type Plain = 'name-election-officers' | 'open-election' | 'close-election' | 'declare-result' | 'carry-over-count';

interface StepProps {
  election: ElectionPage;
  name: Plain;
  command: Command | Act['command'];
  /** Read before it is signed. */
  warning?: string | undefined;
}

/** A step that needs nothing but the word to go on. */
function Step({ election, name, command, warning }: StepProps) {
  const { t } = useTranslation();
  if (!election.may.includes(name)) return null;
  return (
    <ActButton words={[t(`words.${name}`), warning].filter(Boolean).join(' ')} command={command}>
      {t(`elections.do.${name}`)}
    </ActButton>
  );
}

function hintOf({ stage, trustees, rounds_done, to_declare }: ElectionPage) {
  if (stage === 'candidacies') return 'elections.hint.candidacies';
  if (stage === 'preparation' && trustees.length === 0) return 'elections.hint.officers';
  if (stage === 'preparation' && rounds_done < 3) return 'elections.hint.keys';
  if (stage === 'preparation') return 'elections.hint.ready';
  if (stage === 'voting') return 'elections.hint.voting';
  if (stage === 'closed') return to_declare ? 'elections.hint.declare' : 'elections.hint.decrypt';
  return 'elections.hint.tie';
}

/** Whoever opens the ballot signs whom it leaves out. */
function WithoutKey({ election: { stage, without_key } }: { election: ElectionPage }) {
  const { t } = useTranslation();
  if (stage !== 'preparation' || without_key.length === 0) return null;
  return (
    <Alert color="yellow" mb="sm" title={t('elections.withoutKey', { count: without_key.length })}>
      {without_key.map(({ key }) => key).join(', ')}
    </Alert>
  );
}

function RunOffForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [session, setSession] = useState<string | null>(String(election.session));
  return (
    <ActForm
      label={t('elections.do.call-run-off')}
      variant="filled"
      act={() => ({
        words: t('words.call-run-off'),
        command: (): Command => ({ type: 'call-run-off', election: election.id, session: Number(session) }),
      })}
    >
      <Text size="sm">{t('elections.runOffHint')}</Text>
      <SessionSelect value={session} onChange={setSession} />
    </ActForm>
  );
}

function RemakeKeysForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      label={t('elections.do.remake-keys')}
      words={t('words.remake-keys')}
      command={(reason) => ({ type: 'remake-keys', election: election.id, reason })}
    />
  );
}

function CancelForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      label={t('elections.do.cancel-election')}
      words={t('words.cancel-election')}
      command={(reason) => ({ type: 'cancel-election', election: election.id, reason })}
    />
  );
}
