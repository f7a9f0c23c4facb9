// One organization proposed as Observer: what the members say, and what the committee decides (clause 4.6).
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { LongTextField } from '../../components/fields';

export function Proposal({ proposal }: { proposal: Schemas['ObserverProposal'] }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [comment, setComment] = useState('');
  const decide = (admit: boolean) =>
    void perform({
      words: t(`words.${proposal.is_end ? (admit ? 'keep' : 'end') : admit ? 'admit' : 'decline'}-observer`, {
        name: proposal.name,
      }),
      command: (): Command => ({ type: 'decide-on-observer', proposal: proposal.id, admit }),
    });
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'comment-on-observer',
      proposal: proposal.id,
      comment: contents.add(comment),
    }),
  });
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {proposal.name} ({proposal.key})
          </Title>
          <Badge tt="none" variant="light">
            {t(`proposal.${proposal.is_end && proposal.state === 'consulted' ? 'endConsulted' : proposal.state}`)}
          </Badge>
        </Group>
        <Text className="wrap">{proposal.statement ?? t('erased')}</Text>
        <Text size="sm" c="dimmed">
          {t('proposal.until')} <When time={proposal.consultation_ends} />
        </Text>
        {proposal.comments.map((said, i) => (
          <Text key={i} size="sm" className="wrap">
            <strong>{said.organization}</strong> {said.comment ?? t('erased')}
          </Text>
        ))}
        <Group>
          {proposal.may.includes('comment-on-observer') && (
            <ActForm label={t('proposal.comment')} act={act}>
              <LongTextField
                required
                label={t('proposal.yourComment')}

                minRows={3}
                value={comment}
                onChange={setComment}
              />
            </ActForm>
          )}
          {proposal.may.includes('decide-on-observer') && (
            <>
              <Button size="sm" onClick={() => decide(true)}>
                {t(proposal.is_end ? 'proposal.keep' : 'proposal.admit')}
              </Button>
              <Button size="sm" variant="default" onClick={() => decide(false)}>
                {t(proposal.is_end ? 'proposal.end' : 'proposal.decline')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
