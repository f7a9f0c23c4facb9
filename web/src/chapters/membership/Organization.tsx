// One organization: its seat, its mandates, its history.
import { Alert, Badge, Card, Group, Stack, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { seenPerson } from '../people/shared';
import { organizationQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { History } from './History';
import { AppointForm, PeriodForm } from './MandateForms';
import { EndObserverForm } from './ObserverForms';
import { SeatChange } from './SeatChange';

type Page = Schemas['OrganizationPage'];

export function Organization() {
  const { id } = useParams({ from: '/shell/organizations/$id' });
  return <Query of={organizationQuery(id)}>{(page) => <Content page={page} />}</Query>;
}

function Content({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Group>
        <Title order={1}>{page.name}</Title>
        <Badge tt="none" variant="light">
          {t(`status.${page.status}`)}
        </Badge>
        {page.until && (
          <Badge tt="none" variant="light" color="gray">
            {t('organization.former')}
          </Badge>
        )}
      </Group>
      {page.note && <Alert variant="light">{page.note}</Alert>}
      {page.absent && (
        <Alert color="yellow" variant="light">
          {t('organization.absent')}
        </Alert>
      )}
      {page.waiting && <SeatChange page={page} change={page.waiting} />}
      <Moves page={page} />
      <Mandates page={page} />
      <History events={page.history} />
    </Stack>
  );
}

/** What the reader may do for this organization, or about it. */
function Moves({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { may } = page;
  return (
    <Group>
      {may.includes('appoint-representative') && <AppointForm organization={page} succession={false} />}
      {may.includes('succeed-representative') && <AppointForm organization={page} succession />}
      {may.includes('name-alternate') && <PeriodForm kind="name-alternate" />}
      {may.includes('declare-absence') && <PeriodForm kind="declare-absence" />}
      {may.includes('propose-observer-end') && <EndObserverForm organization={page} />}
      {may.includes('leave-as-observer') && (
        <ActButton
          size="sm"
          variant="subtle"
          color="red"
          words={t('words.leave-as-observer', { organization: page.name })}
          command={{ type: 'leave-as-observer' }}
        >
          {t('organization.leave-as-observer')}
        </ActButton>
      )}
      {may.includes('end-absence') && (
        <ActButton size="sm" variant="light" command={{ type: 'end-absence' }}>
          {t('organization.end-absence')}
        </ActButton>
      )}
    </Group>
  );
}

function Mandates({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {t('organization.mandates')}
      </Title>
      <DataTable
        label={t('organization.mandates')}
        rows={page.mandates}
        rowKey={(row) => row.id}
        empty={t('organization.noMandates')}
        sortBy="from"
        descending
        columns={useColumns(page)}
      />
    </Card>
  );
}

/** What may be done stands there where anything may. */
function useColumns({ key: organization, name, mandates }: Page): Column<Schemas['Mandate']>[] {
  const { t } = useTranslation();
  const columns: Column<Schemas['Mandate']>[] = [
    {
      key: 'person',
      title: t('name'),
      text: (row) => row.person.name ?? '',
      cell: (row) => row.person.name ?? t('erased'),
    },
    {
      key: 'kind',
      title: t('organization.kind'),
      text: (row) => row.kind,
      cell: (row) => t(`organization.${row.kind}`),
    },
    {
      key: 'from',
      title: t('from'),
      text: (row) => row.from,
      cell: (row) => <When time={row.from} dateOnly />,
    },
    {
      key: 'until',
      title: t('until'),
      text: (row) => row.until ?? '9',
      cell: (row) =>
        row.until ? <When time={row.until} dateOnly /> : <span className="dimmed">{t('organization.open')}</span>,
    },
    {
      key: 'act',
      title: t('table.actions'),
      text: () => '',
      cell: (row) =>
        row.may.includes('end-mandate') && (
          <ActButton
            size="compact-sm"
            variant="subtle"
            words={t('words.end-mandate', { name: row.person.name ?? t('erased'), organization })}
            command={() => ({
              type: 'end-mandate',
              mandate: row.id,
              seen: seenPerson(row.wording, row.person, [organization, name]),
            })}
          >
            {t('organization.end')}
          </ActButton>
        ),
    },
  ];
  return columns.filter(({ key }) => key !== 'act' || mandates.some(({ may }) => may.includes('end-mandate')));
}
