// Whom mail reached, for the Management Committee: who can't be written to first.
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MailItems } from './MailItems';
import { allMailQuery } from './queries';
import './words';

type WrittenTo = Schemas['WrittenTo'];

export function Mail() {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <Title order={1}>{t('mail.all')}</Title>
      <Query of={allMailQuery}>
        {({ is_set_up, trouble, people }) =>
          is_set_up ? (
            <>
              {trouble && (
                <Alert color="red" title={t('mail.trouble')}>
                  {t('mail.answered', { answer: trouble })}
                </Alert>
              )}
              {people.length === 0 && <Text>{t('mail.nobody')}</Text>}
              {[...people]
                .sort((a, b) => b.refused - a.refused)
                .map((one) => (
                  <PersonCard key={one.person.id} one={one} />
                ))}
            </>
          ) : (
            <Text>{t('mail.isNotSent')}</Text>
          )
        }
      </Query>
    </Stack>
  );
}

function PersonCard({ one }: { one: WrittenTo }) {
  const { t } = useTranslation();
  const { change, busy, problem } = useChange(allMailQuery);
  const retry = () => change(() => answer(api.POST('/api/mail/retry', { body: { person: person.id } })));
  const { person, waiting, refused, accepted_at, answer: last, with_effect } = one;
  return (
    <Card withBorder data-testid="written-to">
      <Group justify="space-between">
        <Text fw={600}>{person.name ?? t('erased')}</Text>
        {refused > 0 && (
          <Badge color="red" tt="none">
            {t('mail.refused', { count: refused })}
          </Badge>
        )}
      </Group>
      {accepted_at && (
        <Text size="sm">
          {t('mail.accepted')} <When time={accepted_at} />
        </Text>
      )}
      {waiting > 0 && <Text size="sm">{t('mail.waiting', { count: waiting })}</Text>}
      {refused > 0 && (
        <Group justify="space-between">
          <Text size="sm">
            {t('mail.answered', { answer: last ?? '' })} {t('mail.remedy')}
          </Text>
          <Button size="compact-sm" variant="light" loading={busy} onClick={() => void retry()}>
            {t('mail.retry')}
          </Button>
        </Group>
      )}
      {problem && <ProblemAlert problem={problem} />}
      {with_effect.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {t('mail.withEffect')}
          </Text>
          <MailItems items={with_effect} />
        </>
      )}
    </Card>
  );
}
