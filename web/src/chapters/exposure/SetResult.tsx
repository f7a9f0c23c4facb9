// The totals of one set: where its questions have the same levels, as bars around the middle and a table that opens to each; else question by question.
import { Stack, Text, Title } from '@mantine/core';

import { DivergingBars } from '../../components/figures/DivergingBars';
import { HeatTable } from '../../components/figures/HeatTable';
import { useTranslation } from '../../locales/i18n';
import { Totals } from '../elections/shared';
import { OutcomeLink } from './OutcomeLink';
import type { Counted, Paper } from './paper';
import { answersTo } from './paper';
import { pairsOf } from './pairs';
import { PairTable } from './PairTable';
import type { Asked, Question } from './questionSet';
import { questionsOf } from './questionSet';
import { levelsOf, rowsOf, sharesOf, titleOf } from './rows';
import { usePercent } from './percent';
import { answered, tableOf } from './statistics';
import { WeakOutcomes } from './WeakOutcomes';

interface Props {
  asked: Asked;
  paper: Paper;
  counts: Counted['counts'];
}

export function SetResult({ asked, paper, counts }: Props) {
  const { t } = useTranslation();
  const levels = levelsOf(asked, paper);
  const { title } = asked.set;
  return (
    <Stack component="section" aria-label={title} gap="sm">
      <Title order={3} size="h5">
        {asked.part === undefined ? title : t('roundResult.quarter', { title, part: asked.part })}
      </Title>
      {levels ? <ByLevel {...{ asked, counts, levels }} /> : <ByQuestion asked={asked} paper={paper} counts={counts} />}
      <Text size="xs" c="dimmed">
        {asked.set.credit}
      </Text>
    </Stack>
  );
}

function ByLevel({ asked, counts, levels }: Omit<Props, 'paper'> & { levels: string[] }) {
  const { t } = useTranslation();
  const percent = usePercent();
  const rows = rowsOf(asked, counts);
  const { title } = asked.set;
  const head = t('roundResult.head');
  return (
    <>
      <DivergingBars
        words={{ caption: t('roundResult.bars', { title }), asTable: t('roundResult.asTable'), head }}
        levels={levels}
        rows={rows.map(({ key, label, counts: own }) => ({ key, label, shares: sharesOf(own) }))}
        format={percent}
      />
      <HeatTable
        caption={t('roundResult.heat', { title })}
        head={head}
        levels={levels}
        rows={rows}
        format={(count) => String(count)}
        leaf={({ key, label }) => (
          <OutcomeLink set={asked.set.id} id={key}>
            {label}
          </OutcomeLink>
        )}
      />
      <WeakOutcomes asked={asked} counts={counts} />
    </>
  );
}

function ByQuestion({ asked, paper, counts }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {questionsOf(asked).map((question) => {
        const own = counts.get(question.id) ?? [];
        return (
          <div key={question.id}>
            <Text fw={500}>{titleOf(question)}</Text>
            {question.choose.max === 1 && (
              <Text size="sm" c="dimmed">
                {t('roundResult.answered', { count: answered(own) })}
              </Text>
            )}
            <Counts question={question} paper={paper} own={own} />
          </div>
        );
      })}
    </>
  );
}

/** Pairs as a table of both. */
function Counts({ question, paper, own }: { question: Question; paper: Paper; own: readonly number[] }) {
  const { t } = useTranslation();
  const names = answersTo(question, paper);
  const pairs = pairsOf(names);
  if (pairs)
    return (
      <PairTable
        caption={t('roundResult.pairs', { title: titleOf(question) })}
        head={t('roundResult.pairHead')}
        {...pairs}
        table={tableOf(own, pairs.second.length)}
      />
    );
  return <Totals rows={names.map((label, i) => ({ label, count: own[i] ?? 0 }))} label={titleOf(question)} />;
}
