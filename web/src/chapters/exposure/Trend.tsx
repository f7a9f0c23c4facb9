// How what was found goes on: from asking to asking of the same questions, from year to year, and from quarter to quarter.
import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../locales/i18n';

import { Slopes } from '../../components/figures/Slopes';
import { ExposureLinks } from './ExposureLinks';
import { useNumber, useSigned } from './numbers';
import { usePercent } from './percent';
import { useQuarter } from './quarters';
import './strategicWords';
import type { Line, Moving } from './trend';
import { askedTwice, byYear, eventsByQuarter, movementByQuarter } from './trend';
import { TrendChoice } from './TrendChoice';
import type { VerifiedRound } from './verified';
import { VerifiedRounds } from './VerifiedRounds';

interface Props {
  rounds: readonly VerifiedRound[];
}

export function Trend() {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Group justify="space-between">
        <Title order={1}>{t('trend.title')}</Title>
        <Group gap="xs">
          <ExposureLinks to={['strategic', 'release']} />
        </Group>
      </Group>
      <VerifiedRounds>
        {({ rounds }) => (
          <>
            <Askings rounds={rounds} />
            <Years rounds={rounds} />
            <Movement rounds={rounds} />
            <Events rounds={rounds} />
          </>
        )}
      </VerifiedRounds>
    </Stack>
  );
}

interface SectionProps {
  title: string;
  testId: string;
  children: React.ReactNode;
}

function Section({ title, testId, children }: SectionProps) {
  return (
    <Stack component="section" aria-label={title} gap="sm" data-testid={testId}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Askings({ rounds }: Props) {
  const { t } = useTranslation();
  const sets = askedTwice(rounds);
  return (
    <Section title={t('trend.askings')} testId="askings">
      {sets.length === 0 ? (
        <Text>{t('trend.notTwice')}</Text>
      ) : (
        sets.map(({ title, moved }) => <OfSet key={title} title={title} moved={moved} />)
      )}
    </Section>
  );
}

/** All groups of a set, or what lies under one. */
function OfSet({ title, moved }: { title: string; moved: Moving[] }) {
  const { t } = useTranslation();
  const percent = usePercent();
  const signed = useSigned();
  const [chosen, setChosen] = useState<string>();
  const shown = moved.find(({ line }) => line.key === chosen)?.under ?? moved;
  const said = (share: number | undefined) => (share === undefined ? '' : percent(share));
  return (
    <>
      <TrendChoice moved={moved} chosen={chosen} onChoose={setChosen} />
      <Slopes
        words={{
          caption: t('trend.slopes', { title }),
          asTable: t('roundResult.asTable'),
          head: t('roundResult.head'),
        }}
        askings={[t('trend.before'), t('trend.last')]}
        lines={shown.map(({ line }) => line)}
        from={0}
        to={1}
        format={percent}
      />
      <List size="sm">
        {shown.map(({ line, title: name, median }) => (
          <List.Item key={line.key}>
            {t('trend.moved', {
              name,
              then: said(line.values[0]),
              now: said(line.values[1]),
              median: median === 0 ? t('trend.medianSame') : t('trend.median', { by: signed(median) }),
            })}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Years({ rounds }: Props) {
  const { t } = useTranslation();
  const percent = usePercent();
  const found = byYear(rounds);
  if (found.length === 0) return null;
  return (
    <Section title={t('trend.years')} testId="years">
      {found.map(({ title, years, lines }) => (
        <Slopes
          key={title}
          words={{
            caption: t('trend.slopes', { title }),
            asTable: t('roundResult.asTable'),
            head: t('roundResult.head'),
          }}
          askings={years.map(String)}
          lines={lines}
          from={0}
          to={1}
          format={percent}
        />
      ))}
    </Section>
  );
}

const most = (lines: readonly Line[]) =>
  Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));

function Movement({ rounds }: Props) {
  const { t } = useTranslation();
  const signed = useSigned();
  const quarter = useQuarter();
  const found = movementByQuarter(rounds);
  return (
    <Section title={t('trend.movement')} testId="movement">
      {found ? (
        <Slopes
          words={{
            caption: t('trend.movementCaption'),
            asTable: t('roundResult.asTable'),
            head: t('roundResult.head'),
          }}
          askings={found.opens.map(quarter)}
          lines={found.lines}
          from={-most(found.lines)}
          to={most(found.lines)}
          format={signed}
        />
      ) : (
        <Text>{t('trend.oneQuarter')}</Text>
      )}
    </Section>
  );
}

function Events({ rounds }: Props) {
  const { t } = useTranslation();
  const number = useNumber();
  const quarter = useQuarter();
  const found = eventsByQuarter(rounds);
  return (
    <Section title={t('trend.events')} testId="events">
      {found ? (
        <Slopes
          words={{ caption: t('trend.eventsCaption'), asTable: t('roundResult.asTable'), head: t('roundResult.head') }}
          askings={found.opens.map(quarter)}
          lines={found.lines.map((line) => ({ ...line, label: t(`strategic.harm.${line.label}`) }))}
          from={0}
          to={most(found.lines)}
          format={number}
        />
      ) : (
        <Text>{t('trend.oneQuarter')}</Text>
      )}
    </Section>
  );
}
