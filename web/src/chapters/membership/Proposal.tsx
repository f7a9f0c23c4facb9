// One organization proposed as Observer: what the members say, and what the committee decides (clause 4.6).
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

type ObserverProposal = Schemas['ObserverProposal'];

export function Proposal({ proposal }: { proposal: ObserverProposal }) {
  const { t } = useTranslation();
  const { id, name, may, is_end } = proposal;
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {name} ({proposal.key})
          </Title>
          <Badge tt="none" variant="light">
            {t(`proposal.${is_end && proposal.state === 'consulted' ? 'endConsulted' : proposal.state}`)}
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
          {may.includes('comment-on-observer') && <CommentForm proposal={id} />}
          {may.includes('decide-on-observer') && <Opinions proposal={proposal} />}
        </Group>
      </Stack>
    </Card>
  );
}

function CommentForm({ proposal }: { proposal: number }) {
  const { t } = useTranslation();
  const draft = useDraft(`comment on observer ${proposal}`, { comment: '' });
  const { comment } = draft.value;
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({ type: 'comment-on-observer', proposal, comment: contents.add(comment) }),
  });
  return (
    <ActForm label={t('proposal.comment')} act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <LongTextField
        required
        label={t('proposal.yourComment')}
        minRows={3}
        value={comment}
        onChange={(typed) => draft.change({ comment: typed })}
      />
    </ActForm>
  );
}

/** A member of the committee is for or against having the organization as Observer. */
function Opinions({ proposal }: { proposal: ObserverProposal }) {
  const { t } = useTranslation();
  const { id, name, is_end, key, statement, comments, wording } = proposal;
  const decide = (admit: boolean) => (): Command => ({
    type: 'decide-on-observer',
    proposal: id,
    admit,
    seen: seen(wording, [statement, ...comments.map(({ comment }) => comment)], [key, name]),
  });
  const [yes, no] = is_end ? (['keep', 'end'] as const) : (['admit', 'decline'] as const);
  return (
    <>
      <ActButton size="sm" words={t(`words.${yes}-observer`, { name })} command={decide(true)}>
        {t(`proposal.${yes}`)}
      </ActButton>
      <ActButton size="sm" variant="default" words={t(`words.${no}-observer`, { name })} command={decide(false)}>
        {t(`proposal.${no}`)}
      </ActButton>
    </>
  );
}
