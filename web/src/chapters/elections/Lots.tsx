// Drawing lots between the tied: each commits to a secret, then all reveal, and a hash of all secrets points at one of them.
import { Button, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { sha256 } from '@noble/hashes/sha2.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { randomBytes, toBase64url } from '../../acts/bytes';
import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { useAct } from '../../acts/useAct';
import { useMe } from '../../api/queries';
import { seenDecidedOn } from '../people/shared';
import type { ElectionPage } from './standing';

/** Survives a closed tab; whoever loses it is out of the drawing, and nothing else. */
const kept = (uuid: string) => `ccop-lot-${uuid}`;

export function Lots({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const takesPart = election.lots.some(({ person }) => person.id === me?.person);
  return (
    <Card withBorder component="section" aria-label={t('lots.title')} data-testid="lots">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('lots.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('lots.explain')}
        </Text>
        <Table.ScrollContainer minWidth={360}>
          <Table>
            <Table.Tbody>
              {election.lots.map((lot) => (
                <LotRow key={lot.person.id} election={election} lot={lot} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {takesPart && election.stage === 'lots' && <MyLot election={election} />}
      </Stack>
    </Card>
  );
}

function LotRow({ election, lot }: { election: ElectionPage; lot: ElectionPage['lots'][number] }) {
  const { t } = useTranslation();
  const { person, secret, commitment, forfeited } = lot;
  return (
    <Table.Tr>
      <Table.Td>{person.name ?? t('erased')}</Table.Td>
      <Table.Td>
        {forfeited ? t('lots.forfeited') : <Code className="wrap">{secret ?? commitment ?? '–'}</Code>}
      </Table.Td>
      <Table.Td>
        {election.may.includes('forfeit-lot') && !forfeited && secret === null && (
          <ActButton
            size="compact-sm"
            variant="subtle"
            words={t('words.forfeit-lot', { name: person.name })}
            command={(): Command => ({
              type: 'forfeit-lot',
              election: election.id,
              person: person.id,
              seen: seenDecidedOn(person),
            })}
          >
            {t('lots.forfeit')}
          </ActButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Commits to a number of one's own, and reveals it. */
function MyLot({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [lost, setLost] = useState(false);
  const commit = async () => {
    const secret = randomBytes(32);
    localStorage.setItem(kept(election.uuid), toBase64url(secret));
    await perform({
      words: t('words.commit-lot'),
      command: (): Command => ({
        type: 'commit-lot',
        election: election.id,
        commitment: toBase64url(sha256(secret)),
      }),
    });
  };
  const reveal = async () => {
    const secret = localStorage.getItem(kept(election.uuid));
    setLost(secret === null);
    if (secret === null) return;
    await perform({
      words: t('words.reveal-lot'),
      command: (): Command => ({ type: 'reveal-lot', election: election.id, secret }),
    });
  };
  return (
    <Group>
      {election.may.includes('commit-lot') && <Button onClick={() => void commit()}>{t('lots.commit')}</Button>}
      {election.may.includes('reveal-lot') && <Button onClick={() => void reveal()}>{t('lots.reveal')}</Button>}
      {lost && <Text c="red">{t('lots.lost')}</Text>}
    </Group>
  );
}
