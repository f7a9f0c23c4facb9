// What whoever answers has before them: the way in, one question after the other, all of them once more, and the ballot that is made.
import { useMemo, useState } from 'react';

import { useTry } from '../../acts/useTry';
import { castBallot } from '../../ballot/cast';
import { credentialSecret } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { mustBeOpened } from '../elections/shared';
import type { AnswererProps, Made } from './answerer';
import { answersFile } from './answersFile';
import { AskOne } from './AskOne';
import type { PlacedQuestion } from './asks';
import { Casting } from './Casting';
import type { Draft } from './draft';
import { keepDraft } from './draft';
import type { OwnAnswers } from './ownAnswers';
import { givenBy, lastGiven } from './ownAnswers';
import type { Given } from './paper';
import { choicesOf } from './paper';
import { Review } from './Review';
import { Start } from './Start';
import { TakePrepared } from './TakePrepared';

interface Props extends AnswererProps {
  placed: PlacedQuestion[];
  own: OwnAnswers;
  draft: Draft | null;
}

/** Of questions that are not decided yet: one that is skipped on purpose stays so. */
const asLast = (given: Given, last: Given): Given => ({ ...last, ...given });

export function Desk(props: Props) {
  const { round, election, asks, placed, own, draft } = props;
  const last = useMemo(() => lastGiven(own, round.id, placed, asks.paper), [own, round.id, placed, asks.paper]);
  const [{ given, at }, change] = useDraft(props, draft ?? begun(props));
  const [step, setStep] = useState<'start' | 'asking' | 'review'>('start');
  const { made, encrypt, again, problem, busy } = useEncrypting(props);
  const open = Object.keys(last).filter((id) => given[id] === undefined).length;
  const go = (to: number) => {
    if (to >= 0 && to < placed.length) change({ given, at: to });
    setStep(to < 0 ? 'start' : to < placed.length ? 'asking' : 'review');
  };
  const takeLast = () => {
    change({ given: asLast(given, last), at });
    setStep('review');
  };
  const shared = { placed, given, open, problem, busy, onLast: takeLast, onGo: go };
  if (made) return <Casting {...props} made={made} onAgain={again} />;
  if (step === 'start')
    return (
      <>
        <Start {...shared} at={draft ? at : 0} onReview={() => setStep('review')} onEmpty={() => encrypt({})} />
        <TakePrepared
          {...props}
          onTaken={(prepared) => {
            change({ given: { ...given, ...prepared }, at });
            setStep('review');
          }}
        />
      </>
    );
  if (step === 'review') {
    const save = () => download(`answers-${election.uuid}.json`, answersFile(election.uuid, given, placed));
    return <Review {...shared} onEncrypt={() => encrypt(given)} onSave={save} />;
  }
  const answers = (names: readonly string[] | undefined, isDone: boolean) => {
    const id = placed[at]?.question.id ?? '';
    const others = Object.fromEntries(Object.entries(given).filter(([other]) => other !== id));
    const next = isDone ? at + 1 : at;
    change({ given: names === undefined ? others : { ...others, [id]: names }, at: Math.min(next, placed.length - 1) });
    if (next === placed.length) setStep('review');
  };
  return <AskOne asks={asks} placed={placed} at={at} given={given} last={last} onAnswer={answers} onGo={go} />;
}

/** Where this round was answered before, its answers are there to be changed. */
function begun({ own, round, placed, asks }: Props): Draft {
  const before = own.find((one) => one.round === round.id);
  return { given: before ? givenBy(before.answers, placed, asks.paper) : {}, at: 0 };
}

/** Each change is kept on this device at once. */
function useDraft({ box, seat, round }: Props, first: Draft): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(first);
  const change = (next: Draft) => {
    setDraft(next);
    // A device that keeps nothing loses no more than what is not cast.
    void keepDraft(box, seat, round.id, next).catch(() => undefined);
  };
  return [draft, change];
}

function useEncrypting({ election, asks, box, seat }: Props) {
  const { problem, busy, attempt } = useTry();
  const [made, setMade] = useState<Made>();
  const encrypt = (given: Given) =>
    void attempt(async () => {
      await mustBeOpened(election);
      const choices = choicesOf(asks.questions, given);
      const secret = credentialSecret(box, seat, election.uuid);
      setMade({ ballot: castBallot(election.setup ?? '', secret, choices), choices, given });
    });
  return { made, encrypt, again: () => setMade(undefined), problem, busy };
}
