// Where one votes: choose, let this device encrypt, check if wished, cast. What leaves the device is the encrypted ballot alone.
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Choices, MadeBallot } from '../../ballot/cast';
import { castBallot, isCredential } from '../../ballot/cast';
import { OpenedBallot } from './OpenedBallot';
import type { ElectionPage } from './standing';
import { useAnswers } from './standing';
import { Tracker } from './Tracker';

/** The choice of the blank vote; the candidates count from 0. */
const blank = 'blank';

/** What stands on the paper, before this device encrypts it. */
interface Paper {
  credential: string;
  choice: string;
}

const credentialInLink = () => {
  const inLink = decodeURIComponent(location.hash.slice(1));
  return isCredential(inLink) ? inLink : undefined;
};

export function Booth({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const [paper, setPaper] = useState<Paper>(() => ({ credential: credentialInLink() ?? '', choice: '' }));
  const [made, setMade] = useState<{ ballot: MadeBallot; choices: Choices }>();
  const [opened, setOpened] = useState(false);
  const again = () => {
    setMade(undefined);
    setOpened(false);
  };
  if (!made)
    return (
      <Choosing
        election={election}
        paper={paper}
        onChange={setPaper}
        onChosen={(credential, choices) =>
          setMade({ ballot: castBallot(election.setup ?? '', credential, choices), choices })
        }
      />
    );
  if (opened) return <OpenedBallot election={election} made={made.ballot} choices={made.choices} onAgain={again} />;
  return (
    <Casting
      election={election}
      ballot={made.ballot}
      onCheck={() => setOpened(true)}
      onChange={again}
      onCast={() => {
        again();
        onCast();
      }}
    />
  );
}

interface CastingProps {
  election: ElectionPage;
  ballot: MadeBallot;
  onCast: () => void;
  onCheck: () => void;
  onChange: () => void;
}

/** The ballot is made; the voter casts it, checks it, or chooses anew. */
function Casting({ election, ballot, onCast, onCheck, onChange }: CastingProps) {
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
      <Text>{t('vote.made')}</Text>
      <Tracker tracker={ballot.tracker} />
      <Group>
        <Button onClick={() => void cast()}>{t('vote.castIt')}</Button>
        <Button variant="default" onClick={onCheck}>
          {t('vote.check')}
        </Button>
        <Button variant="subtle" onClick={onChange}>
          {t('vote.change')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('vote.checkHint')}
      </Text>
    </Stack>
  );
}

function useQuestion({ motion, candidates }: ElectionPage): string {
  const { t } = useTranslation();
  if (motion) return t('vote.motion', { title: motion.title ?? t('erased') });
  if (candidates.length === 1) return t('vote.shall', { name: candidates[0]?.name ?? t('erased') });
  return t('vote.who');
}

interface ChoosingProps {
  election: ElectionPage;
  paper: Paper;
  onChange: (paper: Paper) => void;
  onChosen: (credential: string, choices: Choices) => void;
}

/** The paper: the credential, where the link didn't bring it, and the answers. */
function Choosing({ election, paper, onChange, onChosen }: ChoosingProps) {
  const { t } = useTranslation();
  const answers = useAnswers(election);
  const question = useQuestion(election);
  const { credential, choice } = paper;
  const trimmed = credential.trim();
  const choices: Choices = [[choice === blank ? 1 : 0, ...answers.map((_, i) => (choice === String(i) ? 1 : 0))]];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(trimmed, choices);
      }}
    >
      <Stack gap="sm">
        {!credentialInLink() && (
          <CredentialField value={credential} onChange={(value) => onChange({ ...paper, credential: value })} />
        )}
        <Radio.Group
          required
          label={question}
          value={choice}
          onChange={(value) => onChange({ ...paper, choice: value })}
        >
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

function CredentialField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const isWrong = value.trim() !== '' && !isCredential(value.trim());
  return (
    <TextInput
      required
      label={t('vote.credential')}
      description={t('vote.credentialHint')}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isWrong ? t('vote.credentialWrong') : undefined}
    />
  );
}
