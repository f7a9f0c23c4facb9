// Where the reader's seat stands, found out on this device: nothing is asked for that depends on what the seat answered.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { DotStrip } from '../../components/figures/DotStrip';
import { StackedRow, StackedTable } from '../../components/StackedTable';
import { useTranslation } from '../../locales/i18n';
import { logKeyQuery } from '../elections/shared';
import type { Asks } from './asks';
import { placedIn } from './asks';
import type { OwnAnswers } from './ownAnswers';
import { givenBy } from './ownAnswers';
import type { Counted, Given } from './paper';
import { placesOf, stripsOf } from './places';
import { WithOwnAnswers } from './WithOwnAnswers';

interface Props {
  round: Schemas['Round'];
  seat: Schemas['OwnVotingKey'];
  asks: Asks;
  counts: Counted['counts'];
}

export function Position({ round, seat: { organization }, asks, counts }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const log = useQuery(logKeyQuery).data?.logKey;
  return (
    <Stack
      component="section"
      aria-label={t('roundResult.position')}
      gap="sm"
      className="no-print"
      data-testid="position"
    >
      <Title order={3} size="h5">
        {t('roundResult.position')}
      </Title>
      <Text size="sm">{t('roundResult.positionHint')}</Text>
      {asked && log !== undefined ? (
        <WithOwnAnswers seat={{ log, organization }}>
          {(own) => <Place given={givenIn(own, round.id, asks)} asks={asks} counts={counts} />}
        </WithOwnAnswers>
      ) : (
        <Group>
          <Button variant="light" onClick={() => setAsked(true)}>
            {t('roundResult.showPosition')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const givenIn = (own: OwnAnswers, round: number, asks: Asks): Given =>
  givenBy(own.find((one) => one.round === round)?.answers ?? {}, placedIn(asks), asks.paper);

const columns = ['question', 'own', 'place'] as const;

function Place({ given, asks, counts }: { given: Given } & Pick<Props, 'asks' | 'counts'>) {
  const { t } = useTranslation();
  const places = placesOf(asks, counts, given);
  const head = (column: (typeof columns)[number]) => t(`roundResult.column.${column}`);
  if (Object.keys(given).length === 0) return <Text>{t('roundResult.noOwn')}</Text>;
  return (
    <>
      <Strips given={given} asks={asks} counts={counts} />
      <StackedTable label={t('roundResult.position')} columns={columns} head={head} verticalSpacing="xs">
        {places.map(({ id, title, own, from, to }) => (
          <StackedRow
            key={id}
            columns={columns}
            head={head}
            cells={{ question: title, own, place: t('roundResult.place', { from, to }) }}
            testId={`place-${id}`}
          />
        ))}
      </StackedTable>
    </>
  );
}

function Strips({ given, asks, counts }: { given: Given } & Pick<Props, 'asks' | 'counts'>) {
  const { t } = useTranslation();
  return stripsOf(asks, counts, given).map(({ set, levels, strips }) => (
    <DotStrip
      key={set.id}
      words={{
        caption: t('roundResult.strips', {
          title: set.title,
          levels: levels.map((level, i) => `${i + 1} ${level}`).join(', '),
        }),
        asTable: t('roundResult.asTable'),
        head: t('roundResult.head'),
        middleHalf: t('roundResult.middleHalf'),
        from: t('roundResult.from'),
        median: t('roundResult.median'),
        to: t('roundResult.to'),
        own: t('roundResult.own'),
      }}
      levels={levels.map((_, i) => String(i + 1))}
      rows={strips}
      format={(level) => String(level + 1)}
    />
  ));
}
