// For a voter who does not give the vote or the keybox to this page: the ballot paper goes out, the encrypted ballot comes back.
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';

import { download } from '../../components/download';
import { useTranslation } from '../../locales/i18n';
import { ballotPaper, broughtBallot } from './broughtBallot';
import { BroughtFile } from './BroughtFile';
import { Casting } from './Casting';
import { mustBeOpened } from './evidence';
import { logKeyQuery } from './queries';
import type { ElectionPage } from './standing';

interface Props {
  election: ElectionPage;
  onCast: () => void;
  /** What is said of it, and what makes the ballot of the paper of this name; else that for elections. */
  explain?: string;
  command?: (paper: string) => string;
  /** What else goes out beside the paper. */
  children?: ReactNode;
}

export function MadeElsewhere({ election, onCast, explain, command, children }: Props) {
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
      <Text>{explain ?? t('vote.elsewhere.explain')}</Text>
      <Group>
        <Button variant="default" onClick={() => download(paper, ballotPaper(election, log))}>
          {t('vote.elsewhere.paper')}
        </Button>
        {children}
      </Group>
      <Code block className="wrap">
        {command?.(paper) ?? t('vote.elsewhere.command', { file: paper })}
      </Code>
      <BroughtFile
        label={t('vote.elsewhere.file')}
        take={t('vote.elsewhere.take')}
        wrong={t('vote.elsewhere.other')}
        onText={take}
      />
    </Stack>
  );
}
