// The totals, what was checked, and how to check it elsewhere.
import { Button, Card, Code, Group, List, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';

import { reported } from '../../acts/problems';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { resultChecked } from './evidence';
import { resultCheckedQuery } from './queries';
import type { ElectionPage } from './standing';
import { useAnswers } from './standing';

export function ResultCard({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [blanks = 0, ...counts] = election.counts;
  const answers = useAnswers(election);
  const rows = [
    ...answers.map((label, i) => ({ label, count: counts[i] ?? 0 })),
    { label: t('vote.blank'), count: blanks },
  ];
  return (
    <Card withBorder component="section" aria-label={t('result.title')} data-testid="result">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('result.title')}
        </Title>
        <Text>
          {t(`elections.outcome.${election.outcome ?? 'vacant'}`)}
          {election.winner && `: ${election.winner.name ?? t('erased')}`}
        </Text>
        <Text size="sm">{t('board.turnout', { voted: election.voted, roll: election.roll })}</Text>
        <Totals rows={rows} blankLast />
        <Checks election={election} />
        <Verifiers election={election} />
      </Stack>
    </Card>
  );
}

/** The programs that verify the archive, and the archive that they verify. */
export function Verifiers({ election: { uuid, archive } }: { election: ElectionPage }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t('result.elsewhere')}</Text>
      <Code
        block
        className="wrap"
      >{`ccop election verify ${uuid}.bel --proofs ${uuid}.proofs.json\nbelenios-tool election verify`}</Code>
      <Text size="sm">
        {t('result.archive')} <Code className="wrap">{archive}</Code>
      </Text>
    </>
  );
}

interface TotalsProps {
  rows: { label: string; count: number }[];
  label?: string;
  /** The last is of those who gave none of the answers. */
  blankLast?: boolean;
}

export function Totals({ rows, label: name, blankLast = false }: TotalsProps) {
  const { t } = useTranslation();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Stack gap="xs" role="list" aria-label={name ?? t('result.totals')}>
      {rows.map(({ label, count }, i) => (
        <div key={i} role="listitem">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{label}</Text>
            <Text size="sm" fw={600}>
              {count}
            </Text>
          </Group>
          <Progress
            size="lg"
            value={(100 * count) / most}
            color={blankLast && i === rows.length - 1 ? 'gray' : 'blue'}
            aria-label={t('result.votes', { label, count })}
          />
        </div>
      ))}
    </Stack>
  );
}

/** What this device finds when it verifies the archive and holds it against the record. */
function Checks({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { data: checks, error } = useQuery({ ...resultCheckedQuery(election), enabled: asked });
  if (!asked && !checks)
    return (
      <Group>
        <Button variant="light" onClick={() => setAsked(true)}>
          {t('result.verify')}
        </Button>
      </Group>
    );
  if (error) return <ProblemAlert problem={reported(error)} />;
  if (!checks) return <Text size="sm">{t('result.checking')}</Text>;
  return <CheckList checks={checks} />;
}

type Check = Awaited<ReturnType<typeof resultChecked>>[number];

/** What was found to hold; `children` are what else was. */
export function CheckList({ checks, children }: { checks: Check[]; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <List
      spacing="xs"
      size="sm"
      icon={
        <ThemeIcon color="green" size="sm" radius="xl">
          <IconCheck size={14} aria-hidden />
        </ThemeIcon>
      }
    >
      <List.Item>{t('result.check.record')}</List.Item>
      {checks.map((check) => (
        <List.Item key={check}>{t(`result.check.${check}`)}</List.Item>
      ))}
      {children}
    </List>
  );
}
