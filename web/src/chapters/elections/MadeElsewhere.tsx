// For a voter who does not give the vote or the keybox to this page: the ballot paper goes out, the encrypted ballot comes back.
import { Button, Code, FileInput, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useTry } from '../../acts/useTry';
import { download } from '../../components/download';
import { ProblemAlert } from '../../components/ProblemAlert';
import { ballotPaper, broughtBallot, largestBallot } from './broughtBallot';
import { Casting } from './Casting';
import { mustBeOpened } from './evidence';
import { logKeyQuery } from './queries';
import type { ElectionPage } from './standing';

export function MadeElsewhere({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const { t } = useTranslation();
  const log = useQuery(logKeyQuery).data?.logKey;
  const { problem, busy, attempt } = useTry();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState(false);
  const [brought, setBrought] = useState<ReturnType<typeof broughtBallot>>();
  if (log === undefined || election.own_key?.key == null) return null;
  const paper = `ballot-paper-${election.uuid}.json`;
  const take = async (given: File) => {
    setWrong(false);
    await mustBeOpened(election);
    try {
      if (given.size > largestBallot) throw new Error('too large');
      setBrought(broughtBallot(await given.text(), election, log));
    } catch {
      setWrong(true);
    }
  };
  if (brought)
    return (
      <Casting
        election={election}
        ballot={brought}
        made={t('vote.elsewhere.brought')}
        onChange={() => setBrought(undefined)}
        onCast={onCast}
      />
    );
  return (
    <Stack gap="sm">
      <Paper name={paper} onSave={() => download(paper, ballotPaper(election, log))} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void attempt(() => take(file));
        }}
      >
        <Stack gap="sm">
          <FileInput
            required
            clearable
            label={t('vote.elsewhere.file')}
            placeholder={t('keyFile.choose')}
            value={file}
            onChange={setFile}
            error={wrong ? t('vote.elsewhere.other') : undefined}
          />
          {problem && <ProblemAlert problem={problem} />}
          <Group>
            <Button type="submit" loading={busy} disabled={!file}>
              {t('vote.elsewhere.take')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

function Paper({ name, onSave }: { name: string; onSave: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t('vote.elsewhere.explain')}</Text>
      <Group>
        <Button variant="default" onClick={onSave}>
          {t('vote.elsewhere.paper')}
        </Button>
      </Group>
      <Code block className="wrap">
        {t('vote.elsewhere.command', { file: name })}
      </Code>
    </>
  );
}
