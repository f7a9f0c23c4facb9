// Elections of co-Chairs: those under way and those that were, and the call for a new one.
import { Badge, Card, Select, Stack, Title, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useTranslation } from '../../locales/i18n';
import { Candidacies } from './Candidacies';
import { electionQuery, electionsQuery } from './queries';
import { SessionSelect } from './SessionSelect';
import type { Schemas } from '../../api/client';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { useStanding, useSubject } from './standing';
import './words';

type Row = Schemas['ElectionHead'];

export function Elections() {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Query of={electionsQuery}>
      {({ elections, positions, may }) => (
        <Stack>
          <Title order={1}>{t('nav.elections')}</Title>
          <OpenCalls elections={elections} />
          <Card withBorder>
            <DataTable
              label={t('elections.list')}
              rows={elections}
              rowKey={(row) => row.id}
              empty={t('elections.none')}
              sortBy="starts"
              descending
              aside={may.includes('call-candidacies') ? <CallForm positions={positions} /> : undefined}
              columns={columns}
            />
          </Card>
        </Stack>
      )}
    </Query>
  );
}

/** Where one can stand or nominate just now, it is done here. */
function OpenCalls({ elections }: { elections: Row[] }) {
  const { t } = useTranslation();
  const subject = useSubject();
  return elections
    .filter(({ stage }) => stage === 'candidacies')
    .map(({ id }) => (
      <Safely key={id}>
        <Query of={electionQuery(id)}>
          {(election) => (
            <Candidacies election={election} title={t('elections.candidaciesOf', { subject: subject(election) })} />
          )}
        </Query>
      </Safely>
    ));
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const standing = useStanding();
  const subject = useSubject();
  return [
    {
      key: 'position',
      title: t('elections.what'),
      text: subject,
      cell: (e) => (
        <UnstyledButton
          className="row-link"
          renderRoot={(props) => <Link to="/elections/$id" params={{ id: e.id }} {...props} />}
        >
          {subject(e)}
          {e.run_off_of !== null && ` · ${t('elections.runOff')}`}
        </UnstyledButton>
      ),
    },
    {
      key: 'meeting',
      title: t('elections.meeting'),
      text: (e) => e.meeting_title ?? '',
      cell: (e) => e.meeting_title ?? t('erased'),
    },
    {
      key: 'starts',
      title: t('elections.session'),
      text: (e) => e.starts,
      cell: (e) => <When time={e.starts} dateOnly />,
    },
    {
      key: 'stage',
      title: t('elections.standing'),
      text: (e) => standing(e),
      cell: (e) => (
        <Badge tt="none" variant="light" color={e.stage === 'decided' ? 'gray' : 'green'}>
          {standing(e)}
        </Badge>
      ),
    },
    {
      key: 'winner',
      title: t('elections.elected'),
      text: (e) => e.winner?.name ?? '',
      cell: (e) => e.winner?.name,
    },
  ];
}

function CallForm({ positions }: { positions: number }) {
  const { t } = useTranslation();
  const [position, setPosition] = useState<string | null>('0');
  const [session, setSession] = useState<string | null>(null);
  return (
    <ActForm
      label={t('elections.call')}
      variant="filled"
      act={() => ({
        words: t('words.call-candidacies', { number: Number(position) + 1 }),
        command: (): Command => ({ type: 'call-candidacies', session: Number(session), position: Number(position) }),
      })}
    >
      <Select
        required
        label={t('elections.position')}
        data={Array.from({ length: positions }, (_, i) => ({
          value: String(i),
          label: t('elections.coChair', { number: i + 1 }),
        }))}
        value={position}
        onChange={setPosition}
      />
      <SessionSelect value={session} onChange={setSession} />
    </ActForm>
  );
}
