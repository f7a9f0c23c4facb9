// Who was nominated, who stands, and what they say.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { PersonSelect, usePersonNamed, usePersonSeen } from '../people/shared';
import type { ElectionPage } from './standing';

interface Props {
  election: ElectionPage;
  /** Where others stand beside them. */
  title?: string;
}

export function Candidacies({ election, title }: Props) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={title ?? t('elections.candidacies')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title ?? t('elections.candidacies')}
        </Title>
        <Group gap="xs">
          {election.may.includes('nominate-candidate') && <NominateForm election={election} />}
          {election.may.includes('stand-for-election') && <StandForm election={election} />}
          {election.may.includes('stand-down') && (
            <ActButton
              size="sm"
              variant="default"
              words={t('words.stand-down')}
              command={{ type: 'stand-down', election: election.id }}
            >
              {t('elections.standDown')}
            </ActButton>
          )}
        </Group>
      </Group>
      {election.candidacies.length === 0 && <Text c="dimmed">{t('elections.noCandidacies')}</Text>}
      <Stack>
        {election.candidacies.map((candidacy) => (
          <Candidacy key={candidacy.person.id} candidacy={candidacy} />
        ))}
      </Stack>
    </Card>
  );
}

function Candidacy({ candidacy }: { candidacy: ElectionPage['candidacies'][number] }) {
  const { t } = useTranslation();
  return (
    <div data-testid="candidacy">
      <Group gap="xs">
        <Text fw={600}>
          {candidacy.person.name ?? t('erased')} ({candidacy.organization})
        </Text>
        <Badge tt="none" variant="light" color={candidacy.state === 'accepted' ? 'green' : 'gray'}>
          {t(`elections.candidacy.${candidacy.state}`)}
        </Badge>
      </Group>
      {candidacy.nominated_by !== candidacy.person.name && (
        <Text size="sm" c="dimmed">
          {t('elections.nominatedBy', { name: candidacy.nominated_by ?? t('erased') })}
        </Text>
      )}
      {candidacy.statement && <Text className="wrap">{candidacy.statement}</Text>}
    </div>
  );
}

function NominateForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const command = (): Command => ({
    type: 'nominate-candidate',
    election: election.id,
    person: Number(person),
    seen: seenOf(person),
  });
  return (
    <ActForm
      label={t('elections.nominate')}
      act={() => ({ words: t('words.nominate-candidate', { name: named(person) }), command })}
    >
      <PersonSelect isFirst value={person} onChange={setPerson} asks={command} />
    </ActForm>
  );
}

function StandForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [statement, setStatement] = useState('');
  return (
    <ActForm
      label={t('elections.stand')}
      variant="filled"
      act={() => ({
        words: t('words.stand-for-election', { number: election.position + 1 }),
        command: (contents): Command => ({
          type: 'stand-for-election',
          election: election.id,
          statement: contents.add(statement),
        }),
      })}
    >
      <LongTextField
        required
        label={t('elections.statement')}
        minRows={4}
        maxLength={5000}
        value={statement}
        onChange={setStatement}
      />
    </ActForm>
  );
}
