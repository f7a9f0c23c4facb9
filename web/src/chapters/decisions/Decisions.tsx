// Motions under way outside sessions, and the register of decisions.
import { Badge, Button, Card, Group, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useOutcome } from './choices';
import { motionsQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { download } from '../../components/download';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Loaded } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { MotionForm } from './MotionForms';
import { MotionCard } from './MotionCard';
import { registerTable, wholeRegister } from './register';
import './words';

export function Decisions() {
  const { t } = useTranslation();
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery(motionsQuery);
  return (
    <Loaded data={data} error={error}>
      {({ pages }) => {
        const motions = pages.flatMap((page) => page.motions);
        const underWay = motions.filter((m) => m.state === 'open' || (m.state === 'proposed' && m.session === null));
        return (
          <Stack>
            <Group justify="space-between">
              <Title order={1}>{t('nav.decisions')}</Title>
              {pages[0]?.may.includes('propose-motion') && <MotionForm />}
            </Group>
            {underWay.length > 0 && (
              <Stack component="section" aria-label={t('decisions.underWay')}>
                <Title order={2} size="h4">
                  {t('decisions.underWay')}
                </Title>
                {underWay.map((motion) => (
                  <Safely key={motion.id}>
                    <MotionCard motion={motion} />
                  </Safely>
                ))}
              </Stack>
            )}
            <Register motions={motions.filter((m) => m.decision !== null)} />
            {hasNextPage && (
              <Button variant="default" onClick={() => void fetchNextPage()}>
                {t('decisions.older')}
              </Button>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Register({ motions }: { motions: Schemas['Motion'][] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {t('decisions.register')}
      </Title>
      <DataTable
        label={t('decisions.register')}
        rows={motions}
        rowKey={(row) => row.id}
        empty={t('decisions.none')}
        sortBy="number"
        descending
        columns={columns}
        aside={motions.length > 0 && <SaveButton />}
      />
    </Card>
  );
}

function SaveButton() {
  const { t } = useTranslation();
  const { attempt, busy, problem } = useTry();
  const save = () =>
    attempt(async () => {
      download(t('registerFile.name'), registerTable(await wholeRegister(), t), 'text/csv');
    });
  return (
    <>
      <Button variant="default" size="sm" className="no-print" loading={busy} onClick={() => void save()}>
        {t('registerFile.save')}
      </Button>
      {problem && <ProblemAlert problem={problem} />}
    </>
  );
}

function useColumns(): Column<Schemas['Motion']>[] {
  const { t } = useTranslation();
  const outcomeOf = useOutcome();
  return [
    { key: 'number', title: t('decisions.number'), text: (m) => String(m.decision), cell: (m) => m.decision },
    {
      key: 'title',
      title: t('motion.title'),
      text: (m) => m.content?.title ?? '',
      cell: (m) => (
        <Link className="row-link" to="/motions/$id" params={{ id: m.id }}>
          {m.content?.title ?? t('erased')}
        </Link>
      ),
    },
    {
      key: 'closed',
      title: t('decisions.on'),
      text: (m) => m.closed_at ?? '',
      cell: (m) => m.closed_at && <When time={m.closed_at} dateOnly />,
    },
    {
      key: 'method',
      title: t('motion.methodTitle'),
      text: (m) => t(`motion.method.${m.method}`),
      cell: (m) => t(`motion.method.${m.method}`),
    },
    {
      key: 'outcome',
      title: t('motion.result'),
      text: outcomeOf,
      cell: (m) => (
        <Badge tt="none" variant="light" color={m.outcome === 'adopted' ? 'green' : 'gray'}>
          {outcomeOf(m)}
        </Badge>
      ),
    },
  ];
}
