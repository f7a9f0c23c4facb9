// Drawing lots between the tied: each commits to a secret, then all reveal, and a hash of all secrets points at one of them.
import { Button, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { sha256 } from '@noble/hashes/sha2.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { randomBytes, toBase64url } from '../../acts/bytes';
import type { Command, CommandName } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import { useMe } from '../../api/queries';
import type { ElectionPage } from './standing';

/** Survives a closed tab; whoever loses it is out of the drawing, and nothing else. */
const kept = (uuid: string) => `ccop-lot-${uuid}`;

export function Lots({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: me } = useMe();
  const [lost, setLost] = useState(false);
  const may = (type: CommandName) => election.may.includes(type);
  const mine = election.lots.find(({ person }) => person.id === me?.person);
  const commit = async () => {
    const secret = randomBytes(32);
    localStorage.setItem(kept(election.uuid), toBase64url(secret));
    await perform({
      words: t('words.commit-lot'),
      command: (): Command => ({ type: 'commit-lot', election: election.id, commitment: toBase64url(sha256(secret)) }),
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
                <Table.Tr key={lot.person.id}>
                  <Table.Td>{lot.person.name ?? t('erased')}</Table.Td>
                  <Table.Td>
                    {lot.forfeited ? (
                      t('lots.forfeited')
                    ) : (
                      <Code className="wrap">{lot.secret ?? lot.commitment ?? '–'}</Code>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {may('forfeit-lot') && !lot.forfeited && lot.secret === null && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() =>
                          void perform({
                            words: t('words.forfeit-lot', { name: lot.person.name }),
                            command: (): Command => ({
                              type: 'forfeit-lot',
                              election: election.id,
                              person: lot.person.id,
                            }),
                          })
                        }
                      >
                        {t('lots.forfeit')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {mine && election.stage === 'lots' && (
          <Group>
            {may('commit-lot') && <Button onClick={() => void commit()}>{t('lots.commit')}</Button>}
            {may('reveal-lot') && <Button onClick={() => void reveal()}>{t('lots.reveal')}</Button>}
            {lost && <Text c="red">{t('lots.lost')}</Text>}
          </Group>
        )}
      </Stack>
    </Card>
  );
}
