// Where one votes: open the seat's keybox, choose, let this device encrypt, check if wished, cast. What leaves the device is the encrypted ballot alone.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useReducer, useState } from 'react';

import { useTry } from '../../acts/useTry';
import type { Problem } from '../../api/client';
import type { Choices, MadeBallot } from '../../ballot/cast';
import { castBallot } from '../../ballot/cast';
import { credentialSecret } from '../../ballot/votingKey';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { openedBox, OpenKeybox } from '../keyboxes/shared';
import { Casting } from './Casting';
import { mustBeOpened } from './evidence';
import { OpenedBallot } from './OpenedBallot';
import { logKeyQuery } from './queries';
import type { ElectionPage } from './standing';
import { questionOf, useAnswers } from './standing';

/** The choice of the blank vote; the candidates count from 0. */
const blank = 'blank';

export function Booth({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const { t } = useTranslation();
  const logKey = useQuery(logKeyQuery).data?.logKey;
  const { problem, busy, attempt } = useTry();
  const [chosen, setChosen] = useState({ on: election.setup, choice: '' });
  // What was chosen was one of these names, and none of others that a host shows in their place.
  const choice = chosen.on === election.setup ? chosen.choice : '';
  const [made, setMade] = useState<{ ballot: MadeBallot; choices: Choices }>();
  const [opened, setOpened] = useState(false);
  const [, open] = useReducer((times: number) => times + 1, 0);
  const again = () => {
    setMade(undefined);
    setOpened(false);
  };
  const own = election.own_key;
  const box = own?.box ? openedBox(own.box) : undefined;
  if (own?.box && box === undefined) return <OpenKeybox name={own.box} onOpened={open} />;
  if (!own || box === undefined || logKey === undefined) return null;
  const encrypt = (choices: Choices) =>
    attempt(async () => {
      await mustBeOpened(election);
      const seat = { log: logKey, organization: own.organization, year: own.year };
      const secret = credentialSecret(box, seat, election.uuid);
      setMade({ ballot: castBallot(election.setup ?? '', secret, choices), choices });
    });
  if (!made)
    return (
      <Choosing
        election={election}
        choice={choice}
        busy={busy}
        problem={problem}
        onChange={(next) => setChosen({ on: election.setup, choice: next })}
        onChosen={(choices) => void encrypt(choices)}
      />
    );
  if (opened) return <OpenedBallot election={election} made={made.ballot} choices={made.choices} onAgain={again} />;
  return (
    <Casting
      election={election}
      ballot={made.ballot}
      made={t('vote.made')}
      onCheck={() => setOpened(true)}
      onChange={again}
      onCast={() => {
        again();
        onCast();
      }}
    />
  );
}

/** As the setup has it, which is what is voted on. */
function useQuestion({ motion, setup }: ElectionPage): string {
  const { t } = useTranslation();
  const { question = '' } = questionOf(setup);
  if (motion) return t('vote.motion', { title: question });
  const [, name] = /^Shall (.+) be co-Chair\?$/.exec(question) ?? [];
  return name === undefined ? t('vote.who') : t('vote.shall', { name });
}

interface ChoosingProps {
  election: ElectionPage;
  choice: string;
  busy: boolean;
  problem: Problem | undefined;
  onChange: (choice: string) => void;
  onChosen: (choices: Choices) => void;
}

function Choosing({ election, choice, busy, problem, onChange, onChosen }: ChoosingProps) {
  const { t } = useTranslation();
  const answers = useAnswers(election);
  const question = useQuestion(election);
  const choices: Choices = [[choice === blank ? 1 : 0, ...answers.map((_, i) => (choice === String(i) ? 1 : 0))]];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(choices);
      }}
    >
      <Stack gap="sm">
        <Radio.Group required label={question} value={choice} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            {answers.map((answer, i) => (
              <Radio key={i} value={String(i)} label={answer} />
            ))}
            <Radio value={blank} label={t('vote.blank')} />
          </Stack>
        </Radio.Group>
        {busy && <Text size="sm">{t('vote.checking')}</Text>}
        {problem && <ProblemAlert problem={problem} />}
        <Group>
          <Button type="submit" loading={busy} disabled={choice === ''}>
            {t('vote.encrypt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
