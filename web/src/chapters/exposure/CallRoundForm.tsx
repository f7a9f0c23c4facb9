// The committee calls a round: what is asked, from when and until when.
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { LongTextField, TextField } from '../../components/fields';
import { instantOf, MomentIn } from '../../components/Moment';
import { isoOf, viewerZone } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import type { Call, Offered } from './call';
import { asksOfCall, nothing, partsOf } from './call';
import { SetChoice, Size } from './CallFields';
import { JointPairs } from './JointPairs';
import { answersIn } from './paper';
import { questionSetQuery } from './queries';
import { readSet } from './questionSet';

/** `sets` are those in force. */
export function CallRoundForm({ sets }: { sets: Schemas['QuestionSet'][] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const offered = useOffered(sets, opened);
  const zone = useQuery(communityQuery).data?.time_zone ?? viewerZone();
  const draft = useDraft('round', nothing);
  const call = draft.value;
  const act = (): Act => {
    const { paper, questions } = asksOfCall(call, offered);
    return {
      words: t('words.call-round', { title: call.title, answers: answersIn(questions) }),
      command: (contents): Command => ({
        type: 'call-round',
        asks: partsOf(call, offered),
        paper: contents.add(JSON.stringify(paper)),
        answers: answersIn(questions),
        opens: isoOf(instantOf(call.opens, zone) ?? new Date(NaN)),
        closes: isoOf(instantOf(call.closes, zone) ?? new Date(NaN)),
      }),
    };
  };
  const goThere = async (receipt: Schemas['Receipt']) => {
    draft.drop();
    const called = receipt.acts.find((one) => one.type === 'round-called');
    if (called) await navigate({ to: '/exposure/rounds/$id', params: { id: called.round } });
  };
  return (
    <ActForm wide label={t('exposure.call')} act={act} onOpen={() => setOpened(true)} onDone={goThere}>
      <DraftNote draft={draft} />
      <Fields call={call} offered={offered} zone={zone} onChange={draft.change} />
    </ActForm>
  );
}

/** The sets, read once the form is open. */
function useOffered(sets: Schemas['QuestionSet'][], enabled: boolean): Offered[] {
  const read = useQueries({ queries: sets.map(({ id }) => ({ ...questionSetQuery(id), enabled })) });
  return sets.flatMap(({ id }, i) => {
    const text = read[i]?.data?.questions?.text;
    return text === undefined ? [] : [{ id, set: readSet(text) }];
  });
}

interface FieldsProps {
  call: Call;
  offered: Offered[];
  zone: string;
  onChange: (call: Call) => void;
}

function Fields({ call, offered, zone, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const asks = asksOfCall(call, offered);
  const takesTechniques = asks.questions.some(({ of }) => of.some(({ from }) => from === 'techniques'));
  const of = <Name extends keyof Call>(name: Name) => ({
    value: call[name],
    onChange: (value: Call[Name]) => onChange({ ...call, [name]: value }),
  });
  return (
    <>
      <TextField required label={t('exposure.title')} maxLength={200} {...of('title')} />
      <SetChoice offered={offered} {...of('chosen')} />
      {takesTechniques && (
        <LongTextField
          required
          label={t('exposure.techniques')}
          description={t('exposure.techniquesHint')}
          {...of('techniques')}
        />
      )}
      <JointPairs asks={asks} {...of('joint')} />
      <Size asks={asks} />
      <MomentIn required zone={zone} label={t('exposure.opensIn', { zone })} {...of('opens')} />
      <MomentIn required zone={zone} label={t('exposure.closesIn', { zone })} {...of('closes')} />
    </>
  );
}
