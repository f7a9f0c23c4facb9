// Where one answers: open the seat's keybox, let this device look whether these are the questions that were adopted, answer, encrypt, cast. What
// leaves the device is the encrypted ballot, and the own answers sealed.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useReducer } from 'react';

import { problemOf } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { logKeyQuery } from '../elections/shared';
import { openedBox, OpenKeybox } from '../keyboxes/shared';
import './answeringWords';
import { placedIn } from './asks';
import { Desk } from './Desk';
import { draftQuery } from './draft';
import type { AnswererProps } from './answerer';
import { WithOwnAnswers } from './WithOwnAnswers';
import { adoptedQuery } from './queries';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
  onDone: () => void;
}

export function Answering({ round, election, onDone }: Props) {
  const log = useQuery(logKeyQuery).data?.logKey;
  const [, open] = useReducer((times: number) => times + 1, 0);
  const own = election.own_key;
  const box = own?.box ? openedBox(own.box) : undefined;
  if (own?.box && box === undefined) return <OpenKeybox name={own.box} onOpened={open} />;
  if (!own || box === undefined || log === undefined) return null;
  const { organization, year } = own;
  return <Checked round={round} election={election} box={box} seat={{ log, organization, year }} onDone={onDone} />;
}

/** Nothing is asked that this device did not hold against the record. */
function Checked(props: Omit<AnswererProps, 'asks'>) {
  const { t } = useTranslation();
  const { round, election, box, seat } = props;
  const { data: asks, error } = useQuery(adoptedQuery(election, round.paper));
  const draft = useQuery(draftQuery(box, seat, round.id));
  if (error) return <ProblemAlert problem={problemOf(error)} />;
  if (!asks) return <Text size="sm">{t('answering.checking')}</Text>;
  if (draft.isPending) return null;
  return (
    <WithOwnAnswers seat={seat} goOn={t('answering.goOnWithout')}>
      {(own) => <Desk {...props} asks={asks} placed={placedIn(asks)} own={own} draft={draft.data ?? null} />}
    </WithOwnAnswers>
  );
}
