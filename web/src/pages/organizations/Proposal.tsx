// One organization proposed as Observer: what the members say, and what the committee decides (clause 4.6).
import { Badge, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { When } from '../../components/When';

export function Proposal({ proposal }: { proposal: Schemas['ObserverProposal'] }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [comment, setComment] = useState('');
  const decide = (admit: boolean) =>
    void perform({
      words: t(admit ? 'words.admit-observer' : 'words.decline-observer', { name: proposal.name }),
      command: () => ({ type: 'decide-on-observer', proposal: proposal.id, admit }),
    });
  const send = async () =>
    (await perform({
      words: '',
      command: (contents) => ({ type: 'comment-on-observer', proposal: proposal.id, comment: contents.add(comment) }),
    })) !== undefined;
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {proposal.name} ({proposal.key})
          </Title>
          <Badge tt="none" variant="light">
            {t(`proposal.${proposal.state}`)}
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
            <FormModal label={t('proposal.comment')} onSubmit={send}>
              <Textarea
                required
                label={t('proposal.yourComment')}
                autosize
                minRows={3}
                value={comment}
                onChange={(e) => setComment(e.currentTarget.value)}
              />
            </FormModal>
          )}
          {proposal.may.includes('decide-on-observer') && (
            <>
              <Button size="sm" onClick={() => decide(true)}>
                {t('proposal.admit')}
              </Button>
              <Button size="sm" variant="default" onClick={() => decide(false)}>
                {t('proposal.decline')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
