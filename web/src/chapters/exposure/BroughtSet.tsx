// A table with a first row that names the columns: what it becomes, and what is said of the set as a whole.
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../../locales/i18n';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import type { Csv } from '../../components/csv';
import { delimiterNames } from '../../components/csv';
import { LongTextField } from '../../components/fields';
import { DecidedBy } from './DecidedBy';
import { useProposal } from './proposing';
import { factsOf } from './questionSet';
import { readScale } from './scale';
import { columnsOf } from './setColumns';
import { SetColumnsFields } from './SetColumnsFields';
import type { DrySet, SetHead } from './setDryRun';
import { answersOf, dryRunOf, faultsOfHead, faultsOfLevels, most_answers, most_questions, setOf } from './setDryRun';
import { SetHeadFields } from './SetHeadFields';
import { SetRows } from './SetRows';

type Sets = Schemas['QuestionSet'][];

/** The version that would be new. */
const leastVersion = (sets: Sets, name: string) =>
  1 +
  Math.max(
    0,
    ...sets.filter(({ facts, in_force }) => in_force && facts.name === name).map(({ facts }) => facts.version),
  );

export function BroughtSet({ csv: { delimiter, rows }, sets }: { csv: Csv; sets: Sets }) {
  const { t } = useTranslation();
  const heads = rows[0]?.cells ?? [];
  const [columns, setColumns] = useState(() => columnsOf(heads));
  const [scale, setScale] = useState<string>(() => t('bring.scale'));
  const [idsAlone, setIdsAlone] = useState(false);
  const [said, setSaid] = useState<SetHead>({
    id: '',
    version: 0,
    rhythm: 'yearly',
    title: '',
    rights: '',
    credit: '',
  });
  const least = leastVersion(sets, said.id);
  const head = { ...said, version: Math.max(said.version, least) };
  const { levels, without } = readScale(scale);
  const dry = dryRunOf(rows.slice(1), { columns, width: heads.length, scale: levels, idsAlone });
  return (
    <>
      <Text size="sm">
        {t('import.read', { delimiter: t(`import.delimiter.${delimiterNames[delimiter]}`), count: rows.length - 1 })}
      </Text>
      <SetColumnsFields heads={heads} columns={columns} onChange={setColumns} />
      <Checkbox
        label={t('bring.idsAlone')}
        description={t('bring.idsAloneHint')}
        checked={idsAlone}
        onChange={(event) => setIdsAlone(event.currentTarget.checked)}
      />
      <LongTextField
        label={t('bring.levels')}
        description={t('bring.levelsHint')}
        error={
          without.length > 0
            ? t('bring.levelsWithout', { lines: without.join(', ') })
            : faultsOfLevels(levels).map((fault) => t(`bring.fault.${fault}`, { first: '' }))[0]
        }
        value={scale}
        onChange={setScale}
      />
      <SetHeadFields head={head} least={least} onChange={setSaid} />
      <Outcome head={head} least={least} dry={dry} />
    </>
  );
}

interface OutcomeProps {
  head: SetHead;
  least: number;
  dry: DrySet;
}

function Outcome({ head, least, dry }: OutcomeProps) {
  const { t } = useTranslation();
  const [session, setSession] = useState<number>();
  const { busy, propose } = useProposing();
  const isNamed = faultsOfHead(head, least).length === 0;
  const questions = isNamed ? setOf(head, dry) : undefined;
  return (
    <>
      <Text fw={600} role="status">
        {useVerdict(dry)}
      </Text>
      <Text size="sm" data-testid="describing">
        {t('bring.marked', { count: dry.questions.filter(({ describes }) => describes).length })}
      </Text>
      <DecidedBy value={session} onChange={setSession} />
      {questions !== undefined && (
        <Text size="sm" className="breakable">
          {t('exposure.fingerprintIs', { fingerprint: factsOf(questions).fingerprint })}
        </Text>
      )}
      {!isNamed && <Text size="sm">{t('bring.nameFirst')}</Text>}
      <Group>
        <Button
          disabled={questions === undefined}
          loading={busy}
          onClick={() => questions !== undefined && void propose({ title: head.title, questions, session })}
        >
          {t('exposure.propose')}
        </Button>
      </Group>
      {dry.questions.length <= most_questions && <SetRows dry={dry} />}
    </>
  );
}

/** What is to say of all rows together. */
function useVerdict(dry: DrySet): string {
  const { t } = useTranslation();
  const { length: count } = dry.questions;
  const wrong = dry.questions.filter(({ faults }) => faults.length > 0).length;
  const answers = answersOf(dry);
  if (count === 0) return t('bring.noQuestions');
  if (count > most_questions) return t('bring.tooMany', { count, most: most_questions });
  if (wrong > 0) return t('bring.wrong', { count: wrong });
  if (answers > most_answers) return t('bring.tooManyAnswers', { count: answers, most: most_answers });
  return t('bring.allRight', { count, answers });
}

function useProposing() {
  const perform = useAct();
  const navigate = useNavigate();
  const proposal = useProposal();
  const [busy, setBusy] = useState(false);
  const propose = async (proposed: Parameters<typeof proposal>[0]) => {
    setBusy(true);
    const receipt = await perform(proposal(proposed));
    setBusy(false);
    if (receipt) await navigate({ to: '/exposure' });
  };
  return { busy, propose };
}
