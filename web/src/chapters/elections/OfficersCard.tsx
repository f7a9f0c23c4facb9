// Who holds the keys, and how far they are.
import { Card, Table, Text, Title } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import { seenDecidedOn } from '../people/shared';
import { ReasonForm } from './ReasonForm';
import type { ElectionPage } from './standing';

export function OfficersCard({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const mayReplace = election.may.includes('replace-trustee');
  return (
    <Card withBorder component="section" aria-label={t('elections.officers')}>
      <Title order={2} size="h4">
        {t('elections.officers')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('elections.trusteesNeeded', { needed: election.trustees_needed, count: election.trustees.length })}
      </Text>
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('elections.trustee.title')}</Table.Th>
              <Table.Th>{t('elections.standing')}</Table.Th>
              {mayReplace && <Table.Th>{t('table.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {election.trustees.map((trustee, i) => (
              <Trustee key={trustee.person.id} election={election} trustee={trustee} number={i + 1} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

interface TrusteeProps {
  election: ElectionPage;
  trustee: ElectionPage['trustees'][number];
  /** Trustees count from 1. */
  number: number;
}

function Trustee({ election, trustee: { person, rounds, decrypted }, number }: TrusteeProps) {
  const { t } = useTranslation();
  const isAwaited = election.stage === 'preparation' && rounds === election.rounds_done;
  const steps = t(`elections.trustee.${isAwaited ? 'roundsAwaited' : 'rounds'}`, { rounds, step: rounds + 1 });
  const made = rounds === 3 ? t('elections.trustee.ready') : steps;
  return (
    <Table.Tr>
      <Table.Td>
        {person.name ?? t('erased')}
        {person.organization && ` (${person.organization})`}
      </Table.Td>
      <Table.Td>{decrypted ? t('elections.trustee.decrypted') : made}</Table.Td>
      {election.may.includes('replace-trustee') && (
        <Table.Td>
          <ReasonForm
            label={t('elections.trustee.replace')}
            size="compact-sm"
            variant="subtle"
            words={t('words.replace-trustee', { name: person.name ?? t('erased') })}
            command={(reason) => ({
              type: 'replace-trustee',
              election: election.id,
              trustee: number,
              reason,
              seen: seenDecidedOn(person),
            })}
          />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
