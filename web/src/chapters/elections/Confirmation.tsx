// Submission of the elected to the network above, and its answer.
import { Card, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';

const steps = ['submit-elected', 'record-confirmation', 'record-return'] as const;
type Step = (typeof steps)[number];

/** The command of a step, with the hash of its text. */
const commandOf = (type: Step, election: number, text: string): Command =>
  type === 'record-return' ? { type, election, reason: text } : { type, election, letter: text };

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
          .filter((type) => election.may.includes(type))
          .map((type) => (
            <StepForm key={type} election={election} type={type} />
          ))}
      </Group>
    </Card>
  );
}

function StepForm({ election, type }: { election: ElectionPage; type: Step }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <ActForm
      label={t(`confirmation.do.${type}`)}
      act={() => ({
        words: t(`words.${type}`, { name: election.winner?.name ?? t('erased') }),
        command: (contents): Command => commandOf(type, election.id, contents.add(text)),
      })}
    >
      <LongTextField required label={t(`confirmation.text.${type}`)} maxLength={5000} value={text} onChange={setText} />
    </ActForm>
  );
}
