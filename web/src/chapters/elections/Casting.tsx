// A ballot that is made, here or elsewhere, and not cast yet: the passkey signs its tracking number.
import { Button, Group, Stack, Text } from '@mantine/core';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { MadeBallot } from '../../ballot/cast';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';
import { Tracker } from './Tracker';

interface Props {
  election: ElectionPage;
  ballot: Omit<MadeBallot, 'randomness'>;
  /** What is said of it. */
  made: string;
  onCast: () => void;
  /** Where this page made it, and can open it. */
  onCheck?: () => void;
  onChange: () => void;
}

/** The ballot is made; the voter casts it, checks it, or chooses anew. */
export function Casting({ election, ballot, made, onCast, onCheck, onChange }: Props) {
  const { t } = useTranslation();
  const perform = useAct();
  const cast = async () => {
    const receipt = await perform({
      words: t('words.cast-ballot', { tracker: ballot.tracker }),
      command: (contents): Command => ({
        type: 'cast-ballot',
        election: election.id,
        credential: ballot.credential,
        tracker: ballot.tracker,
        ballot: contents.add(ballot.text),
      }),
    });
    if (receipt) onCast();
  };
  return (
    <Stack gap="sm">
      <Text>{made}</Text>
      <Tracker tracker={ballot.tracker} />
      <Group>
        <Button onClick={() => void cast()}>{t('vote.castIt')}</Button>
        {onCheck && (
          <Button variant="default" onClick={onCheck}>
            {t('vote.check')}
          </Button>
        )}
        <Button variant="subtle" onClick={onChange}>
          {t('vote.change')}
        </Button>
      </Group>
      {onCheck && (
        <Text size="sm" c="dimmed">
          {t('vote.checkHint')}
        </Text>
      )}
    </Stack>
  );
}
