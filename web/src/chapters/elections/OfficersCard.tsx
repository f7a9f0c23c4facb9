// Who holds the keys, how far they are, and who gives out credentials.
import { Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { ElectionPage } from './standing';

export function OfficersCard({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const mayReplace = election.may.includes('replace-trustee');
  const progress = ({ rounds, decrypted }: ElectionPage['trustees'][number]) => {
    if (decrypted) return t('elections.trustee.decrypted');
    return rounds === 3 ? t('elections.trustee.ready') : t('elections.trustee.rounds', { rounds });
  };
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
              <Table.Tr key={trustee.person.id}>
                <Table.Td>
                  {trustee.person.name ?? t('erased')}
                  {trustee.person.organization && ` (${trustee.person.organization})`}
                </Table.Td>
                <Table.Td>{progress(trustee)}</Table.Td>
                {mayReplace && (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() =>
                        void perform({
                          words: t('words.replace-trustee', { name: trustee.person.name }),
                          command: (): Command => ({ type: 'replace-trustee', election: election.id, trustee: i + 1 }),
                        })
                      }
                    >
                      {t('elections.trustee.replace')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {election.authority && (
        <Group gap="xs">
          <Text size="sm">
            {t(election.credentials_issued ? 'elections.authorityDone' : 'elections.authorityWaits', {
              name: election.authority.name ?? t('erased'),
              organization: election.authority.organization ?? '',
            })}
          </Text>
        </Group>
      )}
    </Card>
  );
}
