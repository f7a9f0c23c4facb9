// For whoever does not give the answers or the keybox to this page: the ballot is made with another program, of questions that this device held
// against the record.
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { problemOf } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { download } from '../../components/download';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { MadeElsewhere } from '../elections/shared';
import { emptyAnswersFile } from './answersFile';
import './answeringWords';
import { placedIn } from './asks';
import { adoptedQuery } from './queries';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
  onDone: () => void;
}

export function Elsewhere({ round, election, onDone }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(adoptedQuery(election, round.paper));
  if (error) return <ProblemAlert problem={problemOf(error)} />;
  if (!data) return <Text size="sm">{t('answering.checking')}</Text>;
  const answers = `answers-${election.uuid}.json`;
  return (
    <MadeElsewhere
      election={election}
      onCast={onDone}
      explain={t('answering.elsewhere.explain')}
      command={(paper) => t('answering.elsewhere.command', { answers, paper })}
    >
      <Button
        variant="default"
        onClick={() => download(answers, emptyAnswersFile(election.uuid, placedIn(data), data.paper))}
      >
        {t('answering.elsewhere.answers')}
      </Button>
    </MadeElsewhere>
  );
}
