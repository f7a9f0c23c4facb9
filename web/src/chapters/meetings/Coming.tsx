// Whether one comes to a meeting, and how many do.
import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { comingQuery } from './queries';
import './words';

type WhoComes = Schemas['WhoComes'];
type Answer = Schemas['Coming'];

const answers: Answer[] = ['yes', 'remotely', 'no'];

/** Nothing while it is not known, and where nobody is asked and nobody said anything. */
export function Coming({ meeting }: { meeting: number }) {
  const { data } = useQuery(comingQuery(meeting));
  const isSaid = data?.counts && data.counts.yes + data.counts.no + data.counts.remotely > 0;
  return data && (data.may_say || data.own !== null || isSaid) ? <Content meeting={meeting} who={data} /> : null;
}

function Content({ meeting, who: { own, may_say, counts, answers: said } }: { meeting: number; who: WhoComes }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('coming.title')}>
      <Title order={2} size="h4">
        {t('coming.title')}
      </Title>
      {may_say && <Answers meeting={meeting} own={own} />}
      {!may_say && own && <Text>{t(`coming.said.${own}`)}</Text>}
      {counts && (
        <Text size="sm" c="dimmed" mt="xs" data-testid="coming-counts">
          {t('coming.counts', counts)} {t('coming.whoReads')}
        </Text>
      )}
      {said?.map(({ person, coming }) => (
        <Text size="sm" key={person.id}>
          {person.name ?? t('erased')}: {t(`coming.answer.${coming}`)}
        </Text>
      ))}
    </Card>
  );
}

function Answers({ meeting, own }: { meeting: number; own: Answer | null }) {
  const { t } = useTranslation();
  const { change, busy, problem } = useChange(comingQuery(meeting));
  const say = (coming: Answer) => change(() => answer(api.POST('/api/coming', { body: { meeting, coming } })));
  return (
    <>
      <Group mt="xs" role="group" aria-label={t('coming.title')}>
        {answers.map((one) => (
          <Button
            key={one}
            size="sm"
            disabled={busy}
            variant={own === one ? 'filled' : 'default'}
            aria-pressed={own === one}
            onClick={() => void say(one)}
          >
            {t(`coming.say.${one}`)}
          </Button>
        ))}
      </Group>
      {problem && <ProblemAlert problem={problem} />}
    </>
  );
}
