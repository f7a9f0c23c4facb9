// For a voter who does not give the vote or the keybox to this page: the ballot paper goes out, the encrypted ballot comes back.
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { download } from '../../components/download';
import { useTranslation } from '../../locales/i18n';
import { ballotPaper, broughtBallot } from './broughtBallot';
import { BroughtFile } from './BroughtFile';
import { Casting } from './Casting';
import { mustBeOpened } from './evidence';
import { logKeyQuery } from './queries';
import type { ElectionPage } from './standing';

export function MadeElsewhere({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const { t } = useTranslation();
  const log = useQuery(logKeyQuery).data?.logKey;
  const [brought, setBrought] = useState<ReturnType<typeof broughtBallot>>();
  if (log === undefined || election.own_key?.key == null) return null;
  const paper = `ballot-paper-${election.uuid}.json`;
  const take = async (text: string) => {
    await mustBeOpened(election);
    setBrought(broughtBallot(text, election, log));
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
      <BroughtFile
        label={t('vote.elsewhere.file')}
        take={t('vote.elsewhere.take')}
        wrong={t('vote.elsewhere.other')}
        onText={take}
      />
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
