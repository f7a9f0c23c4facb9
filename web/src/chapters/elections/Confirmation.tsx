// Submission of the elected to the network above, and its answer.
import { Card, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import { LongTextField } from '../../components/fields';
import type { ElectionPage } from './Election';

const steps = [
  { type: 'submit-elected', member: 'letter' },
  { type: 'record-confirmation', member: 'letter' },
  { type: 'record-return', member: 'reason' },
] as const;

export function Confirmation({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('confirmation.title')} data-testid="confirmation">
      <Title order={2} size="h4" mb="xs">
        {t('confirmation.title')}
      </Title>
      <Text mb="sm">{t(`confirmation.${election.confirmation}`, { name: election.winner?.name ?? t('erased') })}</Text>
      {election.letter && (
        <Text className="wrap" size="sm" mb="sm">
          {election.letter}
        </Text>
      )}
      <Group>
        {steps
          .filter(({ type }) => election.may.includes(type))
          .map(({ type, member }) => (
            <StepForm key={type} election={election} type={type} member={member} />
          ))}
      </Group>
    </Card>
  );
}

type Step = (typeof steps)[number];

function StepForm({ election, type, member }: { election: ElectionPage; type: Step['type']; member: Step['member'] }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <ActForm
      label={t(`confirmation.do.${type}`)}
      act={() => ({
        words: t(`words.${type}`, { name: election.winner?.name ?? t('erased') }),
        command: (contents) => ({ type, election: election.id, [member]: contents.add(text) }),
      })}
    >
      <LongTextField required label={t(`confirmation.text.${type}`)} maxLength={5000} value={text} onChange={setText} />
    </ActForm>
  );
}
