// The voter's part: choose, let this device encrypt, check if wished, cast. What leaves the device is the encrypted ballot alone.
import { Alert, Button, Card, Code, CopyButton, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Choices, MadeBallot } from '../../ballot/cast';
import { castBallot, isCredential, saysWhatWasChosen } from '../../ballot/cast';
import { download } from '../../components/download';
import type { ElectionPage } from './standing';
import { useAnswers } from './standing';

/** The choice of the blank vote; the candidates count from 0. */
const blank = 'blank';

export function VoteCard({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [again, setAgain] = useState(false);
  const mayVote = election.may.includes('cast-ballot');
  return (
    <Card withBorder component="section" aria-label={t('vote.title')} data-testid="vote">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('vote.title')}
        </Title>
        {election.my_tracker && (
          <Alert color="green" title={t('vote.cast')}>
            <Tracker tracker={election.my_tracker} />
            <Text size="sm">{t('vote.castHint')}</Text>
          </Alert>
        )}
        {!mayVote && !election.my_tracker && <Text>{t('vote.notYou')}</Text>}
        {mayVote && election.my_tracker && !again && (
          <Group>
            <Button variant="light" onClick={() => setAgain(true)}>
              {t('vote.again')}
            </Button>
          </Group>
        )}
        {mayVote && (!election.my_tracker || again) && <Booth election={election} onCast={() => setAgain(false)} />}
      </Stack>
    </Card>
  );
}

function Tracker({ tracker }: { tracker: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm">{t('vote.tracker')}</Text>
      <Code className="wrap" data-testid="tracker">
        {tracker}
      </Code>
      <CopyButton value={tracker}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

function Booth({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const { t } = useTranslation();
  const perform = useAct();
  const answers = useAnswers(election);
  const [only] = election.candidates;
  const question = election.motion
    ? t('vote.motion', { title: election.motion.title ?? t('erased') })
    : election.candidates.length === 1
      ? t('vote.shall', { name: only?.name ?? t('erased') })
      : t('vote.who');
  const inLink = decodeURIComponent(location.hash.slice(1));
  const [credential, setCredential] = useState(isCredential(inLink) ? inLink : '');
  const [choice, setChoice] = useState('');
  const [made, setMade] = useState<MadeBallot>();
  const [checked, setChecked] = useState(false);
  const setup = election.setup ?? '';
  const choices: Choices = [[choice === blank ? 1 : 0, ...answers.map((_, i) => (choice === String(i) ? 1 : 0))]];
  const trimmed = credential.trim();

  const cast = async (ballot: MadeBallot) => {
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
    if (!receipt) return;
    setMade(undefined);
    onCast();
  };

  if (made && checked)
    return (
      <Opened
        election={election}
        made={made}
        choices={choices}
        onAgain={() => (setMade(undefined), setChecked(false))}
      />
    );
  if (made)
    return (
      <Stack gap="sm">
        <Text>{t('vote.made')}</Text>
        <Tracker tracker={made.tracker} />
        <Group>
          <Button onClick={() => void cast(made)}>{t('vote.castIt')}</Button>
          <Button variant="default" onClick={() => setChecked(true)}>
            {t('vote.check')}
          </Button>
          <Button variant="subtle" onClick={() => setMade(undefined)}>
            {t('vote.change')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('vote.checkHint')}
        </Text>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMade(castBallot(setup, trimmed, choices));
      }}
    >
      <Stack gap="sm">
        {!isCredential(inLink) && (
          <TextInput
            required
            label={t('vote.credential')}
            description={t('vote.credentialHint')}
            autoComplete="off"
            value={credential}
            onChange={(event) => setCredential(event.currentTarget.value)}
            error={trimmed !== '' && !isCredential(trimmed) ? t('vote.credentialWrong') : undefined}
          />
        )}
        <Radio.Group required label={question} value={choice} onChange={setChoice}>
          <Stack gap="xs" mt="xs">
            {answers.map((answer, i) => (
              <Radio key={i} value={String(i)} label={answer} />
            ))}
            <Radio value={blank} label={t('vote.blank')} />
          </Stack>
        </Radio.Group>
        <Group>
          <Button type="submit" disabled={choice === '' || !isCredential(trimmed)}>
            {t('vote.encrypt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The challenge: the ballot is opened, so that anybody can see that it says what was chosen; then it can't be cast any more. */
function Opened({
  election,
  made,
  choices,
  onAgain,
}: {
  election: ElectionPage;
  made: MadeBallot;
  choices: Choices;
  onAgain: () => void;
}) {
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
