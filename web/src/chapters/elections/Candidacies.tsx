// Who was nominated, who stands, and what they say.
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import { useMe } from '../../api/queries';
import { DaysLeft } from '../../components/DaysLeft';
import { LongTextField } from '../../components/fields';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { PersonSelect, usePersonNamed, usePersonSeen } from '../people/shared';
import type { ElectionPage } from './standing';

interface Props {
  election: ElectionPage;
  /** Where others stand beside them. */
  title?: string;
}

type Candidacy = ElectionPage['candidacies'][number];

/** Who was nominated by somebody else, and has not answered. */
const isAsked = (candidacy: Candidacy | undefined) => candidacy?.state === 'nominated';

export function Candidacies({ election, title }: Props) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const own = election.candidacies.find(({ person }) => person.id === me?.person);
  return (
    <Card withBorder component="section" aria-label={title ?? t('elections.candidacies')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title ?? t('elections.candidacies')}
        </Title>
        <Group gap="xs">
          {election.may.includes('nominate-candidate') && <NominateForm election={election} />}
          {election.may.includes('stand-for-election') && !isAsked(own) && (
            <StandForm election={election} label={t('elections.stand')} />
          )}
        </Group>
      </Group>
      {election.candidacies.length === 0 && <Text c="dimmed">{t('elections.noCandidacies')}</Text>}
      <Stack>
        {election.candidacies.map((candidacy) => (
          <Row key={candidacy.person.id} candidacy={candidacy}>
            {candidacy === own && <Own election={election} own={own} />}
          </Row>
        ))}
      </Stack>
    </Card>
  );
}

/** `children`: what stands in one's own row alone. */
function Row({ candidacy, children }: { candidacy: Candidacy; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div data-testid="candidacy">
      <Group gap="xs">
        <Text fw={600}>
          {candidacy.person.name ?? t('erased')} ({candidacy.organization}){children && ` ${t('elections.you')}`}
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
      {children}
    </div>
  );
}

/** What one answers to a nomination, and until when; or that one withdraws. */
function Own({ election, own }: { election: ElectionPage; own: Candidacy }) {
  const { t } = useTranslation();
  const asked = isAsked(own);
  const may = (name: 'stand-for-election' | 'stand-down') => election.may.includes(name);
  return (
    <>
      {asked && (may('stand-for-election') || may('stand-down')) && (
        <Group gap="xs">
          <Text size="sm">
            {t('elections.answerBy')} <When time={election.starts} weekday />
          </Text>
          <DaysLeft until={election.starts} />
        </Group>
      )}
      <Group gap="xs" mt={4}>
        {asked && may('stand-for-election') && <StandForm election={election} label={t('elections.accept')} />}
        {may('stand-down') && (
          <ActButton
            size="sm"
            variant="default"
            words={t(asked ? 'words.decline-nomination' : 'words.withdraw-candidacy')}
            command={{ type: 'stand-down', election: election.id }}
          >
            {t(asked ? 'elections.decline' : 'elections.withdraw')}
          </ActButton>
        )}
      </Group>
    </>
  );
}

function NominateForm({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const command = (who: string | null): Command => ({
    type: 'nominate-candidate',
    election: election.id,
    person: Number(who),
    seen: seenOf(who),
  });
  return (
    <ActForm
      label={t('elections.nominate')}
      act={() => ({
        words: t('words.nominate-candidate', { name: named(person) }),
        command: (): Command => command(person),
      })}
    >
      <PersonSelect isFirst value={person} onChange={setPerson} asks={command} />
    </ActForm>
  );
}

/** `label`: of whoever stands unasked, or accepts. */
function StandForm({ election, label }: { election: ElectionPage; label: string }) {
  const { t } = useTranslation();
  const draft = useDraft(`candidacy in ${election.id}`, { statement: '' });
  const { statement } = draft.value;
  return (
    <ActForm
      label={label}
      variant="filled"
      onDone={draft.drop}
      act={() => ({
        words: t('words.stand-for-election', { number: election.position + 1 }),
        command: (contents): Command => ({
          type: 'stand-for-election',
          election: election.id,
          statement: contents.add(statement),
        }),
      })}
    >
      <DraftNote draft={draft} />
      <LongTextField
        required
        label={t('elections.statement')}
        minRows={4}
        maxLength={5000}
        value={statement}
        onChange={(typed) => draft.change({ statement: typed })}
      />
    </ActForm>
  );
}
