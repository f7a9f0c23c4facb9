// What waits for the reader in rounds that are under way: their answers first.
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { electionQuery } from '../elections/shared';
import './words';

type Head = Schemas['RoundHead'];

const steps = ['answer', 'register', 'name', 'key', 'decrypt', 'declare'] as const;
type Step = (typeof steps)[number];

function nextIn({ stage, may, my_tracker, own_key }: ElectionPage): Step | undefined {
  const isNext: Record<Step, boolean> = {
    answer: may.includes('cast-ballot') && my_tracker === null,
    register: stage === 'preparation' && own_key?.key === null,
    name: may.includes('name-election-officers'),
    key: may.includes('post-key-message'),
    decrypt: may.includes('post-decryption'),
    declare: may.includes('declare-result'),
  };
  return steps.find((step) => isNext[step]);
}

export function Next({ rounds }: { rounds: Head[] }) {
  const { t } = useTranslation();
  const standing = rounds.filter(({ stage }) => stage !== 'decided');
  const ballots = useQueries({ queries: standing.map(({ election }) => electionQuery(election)) });
  const waiting = standing
    .flatMap((round, i) => {
      const ballot = ballots[i]?.data;
      const step = ballot && nextIn(ballot);
      return step ? [{ round, step }] : [];
    })
    .sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
  if (waiting.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('exposure.next.title')}>
      <Title order={2} size="h4">
        {t('exposure.next.title')}
      </Title>
      {waiting.map(({ round, step }) => (
        <Waiting key={round.id} round={round} step={step} />
      ))}
    </Stack>
  );
}

function Waiting({ round, step }: { round: Head; step: Step }) {
  const { t } = useTranslation();
  const isAhead = round.stage === 'preparation';
  return (
    <Card withBorder data-testid={`next-${step}`}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t(`exposure.next.${step}`, { title: round.title ?? t('erased') })}</Text>
          {round.stage !== 'closed' && (
            <Text size="sm" c="dimmed">
              {t(isAhead ? 'exposure.next.opens' : 'exposure.next.closes')}{' '}
              <When time={isAhead ? round.opens : round.closes} />
            </Text>
          )}
        </div>
        <Button
          variant={step === 'answer' ? 'filled' : 'light'}
          renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id: round.id }} {...props} />}
        >
          {t(`exposure.next.do.${step}`)}
        </Button>
      </Group>
    </Card>
  );
}
