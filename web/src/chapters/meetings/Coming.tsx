// Whether one comes to a meeting, and how many do.
import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';

type Meeting = Pick<Schemas['Meeting'], 'id' | 'may' | 'own_answer' | 'coming'>;
type Answer = Schemas['Coming'];

const answers: Answer[] = ['yes', 'remotely', 'no'];

export function Coming({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { may, own_answer, coming } = meeting;
  const maySay = may.includes('say-coming');
  const nobodySaid = !coming || coming.yes + coming.no + coming.remotely === 0;
  if (!maySay && own_answer === null && nobodySaid) return null;
  return (
    <Card withBorder component="section" aria-label={t('coming.title')}>
      <Title order={2} size="h4">
        {t('coming.title')}
      </Title>
      {maySay && <Answers meeting={meeting} />}
      {!maySay && own_answer && <Text>{t(`coming.said.${own_answer}`)}</Text>}
      {coming && (
        <Text size="sm" c="dimmed" mt="xs" data-testid="coming-counts">
          {t('coming.counts', coming)}
        </Text>
      )}
      {coming?.answers?.map(({ person, coming: said }) => (
        <Text size="sm" key={person.id}>
          {person.name ?? t('erased')}: {t(`coming.answer.${said}`)}
        </Text>
      ))}
    </Card>
  );
}

function Answers({ meeting: { id, own_answer } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const perform = useAct();
  const say = (coming: Answer) =>
    perform({ words: '', command: (): Command => ({ type: 'say-coming', meeting: id, coming }) });
  return (
    <Group mt="xs" role="group" aria-label={t('coming.title')}>
      {answers.map((answer) => (
        <Button
          key={answer}
          size="sm"
          variant={own_answer === answer ? 'filled' : 'default'}
          aria-pressed={own_answer === answer}
          onClick={() => void say(answer)}
        >
          {t(`coming.say.${answer}`)}
        </Button>
      ))}
    </Group>
  );
}
