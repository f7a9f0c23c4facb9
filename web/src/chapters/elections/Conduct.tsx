// What whoever conducts the election does, from the close of the call to the result.
import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import { useAct } from '../../acts/useAct';
import type { Contents } from '../../acts/content';
import { LongTextField } from '../../components/fields';
import { PersonSelect } from '../people/shared';
import type { ElectionPage } from './Election';

export function Conduct({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const may = (type: string) => election.may.includes(type);
  const button = (type: string, more: (contents: Contents) => object = () => ({})) =>
    may(type) && (
      <Button
        onClick={() =>
          void perform({
            words: t(`words.${type}`),
            command: (contents) => ({ type, election: election.id, ...more(contents) }),
          })
        }
      >
        {t(`elections.do.${type}`)}
      </Button>
    );
  const conducts = [
    'close-candidacies',
    'cancel-election',
    'name-election-officers',
    'open-election',
    'close-election',
  ];
  if (![...conducts, 'declare-result', 'call-run-off'].some(may)) return null;
  return (
    <Card withBorder component="section" aria-label={t('elections.conduct')}>
      <Title order={2} size="h4" mb="xs">
        {t('elections.conduct')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(hintOf(election))}
      </Text>
      <Group>
        {button('close-candidacies')}
        {may('name-election-officers') && <OfficersForm election={election} />}
        {button('open-election', (contents) => ({
          candidates: election.candidates.map(({ id }) => id),
          setup: contents.add(election.setup ?? ''),
        }))}
        {button('close-election')}
        {election.to_declare && button('declare-result', () => ({ ...election.to_declare }))}
        {button('call-run-off')}
        {may('cancel-election') && <CancelForm election={election} />}
      </Group>
    </Card>
  );
}

function hintOf({ stage, trustees, rounds_done, credentials_issued, to_declare }: ElectionPage) {
  if (stage === 'candidacies') return 'elections.hint.candidacies';
  if (stage === 'preparation' && trustees.length === 0) return 'elections.hint.officers';
  if (stage === 'preparation' && (rounds_done < 3 || !credentials_issued)) return 'elections.hint.keys';
  if (stage === 'preparation') return 'elections.hint.ready';
  if (stage === 'voting') return 'elections.hint.voting';
  if (stage === 'closed') return to_declare ? 'elections.hint.declare' : 'elections.hint.decrypt';
  return 'elections.hint.tie';
}

function OfficersForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState<string | null>(null);
  return (
    <ActForm
      label={t('elections.do.name-election-officers')}
      variant="filled"
      act={() => ({
        words: t('words.name-election-officers'),
        command: () => ({ type: 'name-election-officers', election: election.id, authority: Number(person) }),
      })}
    >
      <Text size="sm">{t('elections.officersHint')}</Text>
      <PersonSelect value={person} onChange={setPerson} />
    </ActForm>
  );
}

function CancelForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('elections.do.cancel-election')}
      variant="default"
      act={() => ({
        words: t('words.cancel-election'),
        command: (contents) => ({ type: 'cancel-election', election: election.id, reason: contents.add(reason) }),
      })}
    >
      <LongTextField required label={t('reason')} maxLength={2000} value={reason} onChange={setReason} />
    </ActForm>
  );
}
