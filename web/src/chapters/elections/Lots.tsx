// Drawing lots between the tied: each commits to a number, and so does one who is not tied and reveals last; a hash of all
// numbers points at the winner.
import { Button, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { randomBytes, toBase64url } from '../../acts/bytes';
import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { dropOnce, keepOnce, onceOf } from '../../acts/once';
import { RefusedHere } from '../../acts/problems';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import { useMe } from '../../api/queries';
import { commitmentTo } from '../../ballot/lot';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';
import { seenDecidedOn } from '../people/shared';
import type { ElectionPage } from './standing';
import { useSubject } from './standing';

export function Lots({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const takesPart = election.may.includes('commit-lot') || election.may.includes('reveal-lot');
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
              {election.keeper && <LotRow election={election} lot={election.keeper} keeps />}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {takesPart && <MyLot election={election} />}
      </Stack>
    </Card>
  );
}

interface LotRowProps {
  election: ElectionPage;
  lot: ElectionPage['lots'][number];
  /** Is not tied, and reveals last. */
  keeps?: boolean;
}

function LotRow({ election, lot, keeps = false }: LotRowProps) {
  const { t } = useTranslation();
  const { person, secret, commitment, forfeited } = lot;
  return (
    <Table.Tr>
      <Table.Td>
        {keeps ? t('lots.keeps', { name: person.name ?? t('erased') }) : (person.name ?? t('erased'))}
      </Table.Td>
      <Table.Td>
        {forfeited ? t('lots.forfeited') : <Code className="wrap">{secret ?? commitment ?? '–'}</Code>}
      </Table.Td>
      <Table.Td>
        {election.may.includes('forfeit-lot') && !forfeited && secret === null && (
          <ActButton
            size="compact-sm"
            variant="subtle"
            words={t('words.forfeit-lot', { name: person.name ?? t('erased') })}
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

/** Commits to a number of one's own, and reveals it. It outlives a closed tab; whoever loses it is out of the drawing, and nothing else. */
function MyLot({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: me } = useMe();
  const subject = useSubject();
  const { problem, attempt } = useTry();
  const [lost, setLost] = useState(false);
  const { id, uuid } = election;
  const commit = (person: number) =>
    attempt(async () => {
      const secret = randomBytes(32);
      const { logKey } = await checkedHead();
      const commitment = commitmentTo(secret, { logKey, election: id, person });
      if (!keepOnce({ kind: 'lot', id: uuid, title: subject(election), value: toBase64url(secret) }))
        throw new RefusedHere('nothing-is-kept-here');
      await perform({
        words: t('words.commit-lot'),
        command: (): Command => ({ type: 'commit-lot', election: id, commitment: toBase64url(commitment) }),
      });
    });
  const reveal = async () => {
    const secret = onceOf('lot', uuid);
    setLost(secret === null);
    if (secret === null) return;
    const receipt = await perform({
      words: t('words.reveal-lot'),
      command: (): Command => ({ type: 'reveal-lot', election: id, secret }),
    });
    if (receipt) dropOnce('lot', uuid);
  };
  return (
    <Group>
      {election.may.includes('commit-lot') && (
        <Button onClick={() => me && void commit(me.person)}>{t('lots.commit')}</Button>
      )}
      {election.may.includes('reveal-lot') && <Button onClick={() => void reveal()}>{t('lots.reveal')}</Button>}
      {lost && <Text c="red">{t('lots.lost')}</Text>}
      {problem && <ProblemAlert problem={problem} />}
    </Group>
  );
}
