// A ballot that is opened to see whether it says what was chosen.
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';

import type { Choices, MadeBallot } from '../../ballot/cast';
import { saysWhatWasChosen } from '../../ballot/cast';
import { download } from '../../components/download';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';
import { Tracker } from './Tracker';

interface Props {
  election: ElectionPage;
  made: MadeBallot;
  choices: Choices;
  onAgain: () => void;
}

/** The challenge: anybody can see that it says what was chosen; then it can't be cast any more. */
export function OpenedBallot({ election, made, choices, onAgain }: Props) {
  const { t } = useTranslation();
  const holds = saysWhatWasChosen(election.setup ?? '', made.text, made.randomness, choices);
  const file = () =>
    JSON.stringify({
      election: election.setup,
      ballot: made.text,
      choices,
      randomness: made.randomness.map((row) => row.map(String)),
    });
  return (
    <Stack gap="sm">
      <Alert color={holds ? 'green' : 'red'} title={t(holds ? 'vote.opened' : 'vote.openedWrong')} data-testid="opened">
        <Tracker tracker={made.tracker} />
        <Text size="sm">{t(holds ? 'vote.openedHint' : 'vote.openedWrongHint')}</Text>
      </Alert>
      <Group>
        <Button onClick={onAgain}>{t('vote.makeNew')}</Button>
        <Button variant="default" onClick={() => download(`opened-ballot-${election.uuid}.json`, file())}>
          {t('vote.openedFile')}
        </Button>
      </Group>
      <Code block className="wrap">
        {t('vote.openedCommand', { file: `opened-ballot-${election.uuid}.json` })}
      </Code>
    </Stack>
  );
}
