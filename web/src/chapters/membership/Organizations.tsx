// The directory, and the consultation on new Observers.
import { Badge, Card, Stack, Tabs, Text, Title } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { observersQuery, organizationsQuery } from './queries';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { ProposeObserverForm } from './ObserverForms';
import { Proposal } from './Proposal';

type Row = Schemas['OrganizationRow'];

const isTab = (name: string) => name === 'observers' || name === 'directory';

/** Which of the two is shown stands in the address, so that what awaits somebody leads to it. */
export function Organizations() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const show = (tab: string | null) => void navigate({ to: '/organizations', hash: tab ?? '', replace: true });
  return (
    <Stack>
      <Title order={1}>{t('nav.organizations')}</Title>
      <Tabs value={isTab(hash) ? hash : 'directory'} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="directory">{t('organizations.directory')}</Tabs.Tab>
          <Tabs.Tab value="observers">{t('organizations.observers')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="directory">
          <Query of={organizationsQuery}>
            {({ organizations }) => <Directory rows={organizations.filter((o) => !o.until)} />}
          </Query>
        </Tabs.Panel>
        <Tabs.Panel value="observers">
          <Query of={organizationsQuery}>{({ may }) => (may.propose_observer ? <ProposeObserverForm /> : null)}</Query>
          <Query of={observersQuery}>
            {({ proposals }) => (
              <Stack mt="md">
                {proposals.length === 0 && <Text c="dimmed">{t('organizations.noProposals')}</Text>}
                {[...proposals].reverse().map((proposal) => (
                  <Safely key={proposal.id}>
                    <Proposal proposal={proposal} />
                  </Safely>
                ))}
              </Stack>
            )}
          </Query>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Directory({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder>
      <DataTable
        label={t('organizations.directory')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('organizations.none')}
        columns={[
          {
            key: 'key',
            title: t('organizations.acronym'),
            text: (row) => row.key,
            cell: (row) => (
              <Link className="row-link" to="/organizations/$id" params={{ id: row.id }}>
                {row.key}
              </Link>
            ),
          },
          { key: 'name', title: t('name'), text: (row) => row.name, cell: (row) => row.name },
          {
            key: 'status',
            title: t('status.title'),
            text: (row) => t(`status.${row.status}`),
            cell: (row) => (
              <Badge variant="light" color={row.status === 'member' ? 'ocean' : 'gray'} tt="none" autoContrast>
                {t(`status.${row.status}`)}
              </Badge>
            ),
          },
          {
            key: 'representative',
            title: t('organizations.representative'),
            text: (row) => row.representative?.name ?? '',
            cell: (row) => row.representative?.name ?? <Text c="dimmed">{t('organizations.vacant')}</Text>,
          },
        ]}
      />
    </Card>
  );
}
