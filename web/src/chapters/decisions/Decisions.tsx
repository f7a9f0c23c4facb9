// Motions under way outside sessions, and the register of decisions.
import { Badge, Button, Card, Group, Stack, Title, Modal, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useOutcome } from './choices';
import { motionsQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Loaded } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { MotionForm } from './MotionForms';
import { MotionCard } from './MotionCard';

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
            {underWay.map((motion) => (
              <Safely key={motion.id}>
                <MotionCard motion={motion} />
              </Safely>
            ))}
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
  const [shown, setShown] = useState<number>();
  const columns = useColumns(setShown);
  const motion = motions.find((m) => m.id === shown);
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
      />
      <Modal
        opened={motion !== undefined}
        onClose={() => setShown(undefined)}
        size="lg"
        title={t('motion.decision', { number: motion?.decision ?? '' })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {motion && <MotionCard motion={motion} />}
      </Modal>
    </Card>
  );
}

/** `show` shows the motion with this id. */
function useColumns(show: (id: number) => void): Column<Schemas['Motion']>[] {
  const { t } = useTranslation();
  const outcomeOf = useOutcome();
  return [
    { key: 'number', title: t('decisions.number'), text: (m) => String(m.decision), cell: (m) => m.decision },
    {
      key: 'title',
      title: t('motion.title'),
      text: (m) => m.content?.title ?? '',
      cell: (m) => (
        <UnstyledButton className="row-link" onClick={() => show(m.id)}>
          {m.content?.title ?? t('erased')}
        </UnstyledButton>
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
