// For whoever does not give the answers or the keybox to this page: the ballot is made with another program, of questions that this device held
// against the record.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { problemOf } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { MadeElsewhere } from '../elections/shared';
import './answeringWords';
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
  return <MadeElsewhere election={election} onCast={onDone} />;
}
