// The whole picture on one page that prints on one sheet (clause 2.4): five figures, the functions, what other chapters show at a glance, and what
// all of it rests on.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from '../../locales/i18n';

import { DivergingBars } from '../../components/figures/DivergingBars';
import { When } from '../../components/When';
import { glances } from '../index';
import { ExposureLinks } from './ExposureLinks';
import { usePercent } from './percent';
import { lastFourQuarters } from './quarters';
import { sharesOf } from './rows';
import { functionsOf, outcomesOf } from './strategic';
import './strategic.css';
import { StrategicChecks } from './StrategicChecks';
import { StrategicFigures } from './StrategicFigures';
import './strategicWords';
import type { VerifiedRound } from './verified';
import { VerifiedRounds } from './VerifiedRounds';

export function Strategic() {
  const { t } = useTranslation();
  return (
    <Stack maw={1000} className="strategic">
      <Group justify="space-between">
        <Title order={1}>{t('strategic.title')}</Title>
        <Group gap="xs" className="no-print">
          <ExposureLinks to={['release', 'trend']} />
          <Button variant="default" onClick={() => window.print()}>
            {t('strategic.print')}
          </Button>
        </Group>
      </Group>
      <VerifiedRounds>{({ rounds }) => <Picture rounds={rounds} />}</VerifiedRounds>
    </Stack>
  );
}

function Picture({ rounds }: { rounds: readonly VerifiedRound[] }) {
  const { t } = useTranslation();
  const recent = lastFourQuarters(rounds);
  const last = recent.at(-1);
  return (
    <>
      {last && (
        <Text size="sm" c="dimmed">
          {t('strategic.asOf')} <When time={last.closes} dateOnly />
        </Text>
      )}
      <StrategicFigures rounds={rounds} />
      <Functions rounds={rounds} />
      <Suspense fallback={null}>
        {glances.map((Glance, i) => (
          <Glance key={i} />
        ))}
      </Suspense>
      <StrategicChecks rounds={recent} />
    </>
  );
}

function Functions({ rounds }: { rounds: readonly VerifiedRound[] }) {
  const { t } = useTranslation();
  const percent = usePercent();
  const now = outcomesOf(rounds);
  if (now === undefined) return null;
  return (
    <section aria-label={t('strategic.functions')} data-testid="functions">
      <DivergingBars
        words={{
          caption: t('strategic.bars', { title: now.asked.set.title }),
          asTable: t('roundResult.asTable'),
          head: t('roundResult.head'),
        }}
        levels={now.levels}
        rows={functionsOf(now).map(({ key, label, counts }) => ({ key, label, shares: sharesOf(counts) }))}
        format={percent}
      />
    </section>
  );
}
