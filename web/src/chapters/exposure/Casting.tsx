// The ballot is made: it is cast, or opened to be checked. Once it is cast, the own answers are sealed and kept.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';

import { useTry } from '../../acts/useTry';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { Casting as CastingOfElection, OpenedBallot } from '../elections/shared';
import type { AnswererProps, Made } from './answerer';
import type { PlacedQuestion } from './asks';
import { dropDraft } from './draft';
import { keepOwn } from './keeping';
import type { OwnAnswers } from './ownAnswers';
import { joined, keptOf } from './ownAnswers';
import { ownHereQuery, ownSealedQuery } from './queries';

interface Props extends AnswererProps {
  placed: PlacedQuestion[];
  own: OwnAnswers;
  made: Made;
  onAgain: () => void;
}

export function Casting(props: Props) {
  const { election, made, onAgain, onDone } = props;
  const { t } = useTranslation();
  const [step, setStep] = useState<'made' | 'opened' | 'cast'>('made');
  const { problem, busy, keep } = useKeeping(props);
  if (step === 'cast')
    return (
      <Stack gap="sm" data-testid="keeping">
        <Text>{t(problem ? 'answering.notKept' : 'answering.keeping')}</Text>
        {problem && <ProblemAlert problem={problem} />}
        {problem && (
          <Group>
            <Button loading={busy} onClick={() => void keep()}>
              {t('answering.keepAgain')}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {t('answering.keptHere')}
            </Button>
          </Group>
        )}
      </Stack>
    );
  if (step === 'opened')
    return (
      <Suspense fallback={null}>
        <OpenedBallot election={election} made={made.ballot} choices={made.choices} onAgain={onAgain} />
      </Suspense>
    );
  return (
    <CastingOfElection
      election={election}
      ballot={made.ballot}
      made={t('answering.made')}
      onCheck={() => setStep('opened')}
      onChange={onAgain}
      onCast={() => {
        setStep('cast');
        void keep();
      }}
    />
  );
}

/** Whatever was answered, as much goes to the host. */
function useKeeping({ round, box, seat, placed, own, made, onDone }: Props) {
  const { problem, busy, attempt } = useTry();
  const queryClient = useQueryClient();
  const keep = async () => {
    const answered = { round: round.id, at: new Date().toISOString(), answers: keptOf(made.given, placed) };
    const isKept = await attempt(async () => {
      const sealed = await keepOwn(box, seat, joined(own, [answered]));
      queryClient.setQueryData(ownSealedQuery.queryKey, { sealed, at: answered.at });
      queryClient.setQueryData(ownHereQuery(seat).queryKey, sealed);
      await dropDraft(box, seat, round.id);
    });
    if (isKept) onDone();
  };
  return { problem, busy, keep };
}
