// What becomes of a priority by a decision of the membership: it stands for longer, or ends before its time.
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { DayEndField, dayOf, endOf } from '../../components/DayEnd';
import { useTranslation } from '../../locales/i18n';
import { decisionId, DecisionSelect } from '../decisions/shared';
import { seenOf } from './seen';

type Priority = Schemas['Priority'];

export function ExtendPriorityForm({ priority, zone }: { priority: Priority; zone: string }) {
  const { t } = useTranslation();
  const [ends, setEnds] = useState(dayOf(priority.ends, zone));
  const [decision, setDecision] = useState<string | null>(null);
  const title = priority.content?.title ?? t('erased');
  return (
    <ActForm
      label={t('priority.extend')}
      act={() => ({
        words: t('words.extend-priority', { title, ends, decision: decision ?? '' }),
        command: (): Command => ({
          type: 'extend-priority',
          priority: priority.id,
          ends: endOf(ends, zone),
          decision: decisionId(decision),
          seen: seenOf(priority),
        }),
      })}
    >
      <DayEndField required zone={zone} label={t('priority.newEnd')} value={ends} onChange={setEnds} />
      <DecisionSelect value={decision} onChange={setDecision} />
    </ActForm>
  );
}

export function EndPriorityForm({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<string | null>(null);
  const title = priority.content?.title ?? t('erased');
  return (
    <ActForm
      label={t('priority.end')}
      color="red"
      variant="subtle"
      act={() => ({
        words: t('words.end-priority', { title, decision: decision ?? '' }),
        command: (): Command => ({
          type: 'end-priority',
          priority: priority.id,
          decision: decisionId(decision),
          seen: seenOf(priority),
        }),
      })}
    >
      <DecisionSelect value={decision} onChange={setDecision} />
    </ActForm>
  );
}
