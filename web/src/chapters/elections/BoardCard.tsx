// The public board: every ballot by its tracking number, and the archive to take away.
import { Anchor, Badge, Button, Card, Code, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';

import { base } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';

/** So many are shown at first, and more on demand: drawing a thousand takes longer than finding one. */
const pageOfBoard = 50;

interface Props {
  election: ElectionPage;
  /** How many took part, where these are others than Members. */
  turnout?: string;
}

export function BoardCard({ election, turnout }: Props) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const [most, setMost] = useState(pageOfBoard);
  const rows = election.board.filter(({ tracker }) => tracker.includes(sought.trim()));
  return (
    <Card withBorder component="section" aria-label={t('board.title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('board.title')}
        </Title>
        <Text size="sm">{turnout ?? t('board.turnout', { voted: election.voted, roll: election.roll })}</Text>
        <TextInput
          label={t('board.find')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          maw={460}
        />
        <Rows rows={rows.slice(0, most)} own={election.my_tracker} />
        {rows.length > most && (
          <Group>
            <Text size="sm">{t('board.shown', { shown: most, all: rows.length })}</Text>
            <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + pageOfBoard)}>
              {t('board.more')}
            </Button>
          </Group>
        )}
        {rows.length === 0 && <Text c="dimmed">{t('board.none')}</Text>}
        <Text size="sm">
          {t('board.fingerprint')} <Code className="wrap">{election.fingerprint}</Code>
        </Text>
        <Group>
          <Anchor href={`${base}/api/elections/${election.id}/archive`} download>
            {t('board.archive')}
          </Anchor>
          {election.trustees.some(({ decrypted }) => decrypted) && (
            <Anchor href={`${base}/api/elections/${election.id}/proofs`} download>
              {t('board.proofs')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** `own` is the reader's tracking number, if they voted. */
function Rows({ rows, own }: { rows: ElectionPage['board']; own: string | null }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={260} mah={320}>
      <Table aria-label={t('board.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('board.tracker')}</Table.Th>
            <Table.Th>{t('elections.standing')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ tracker, counts }) => (
            <Table.Tr key={tracker}>
              <Table.Td>
                <Code className="wrap">{tracker}</Code>
                {tracker === own && (
                  <Badge ms="xs" tt="none" variant="light" size="sm">
                    {t('board.yours')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{t(counts ? 'board.counts' : 'board.replaced')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
