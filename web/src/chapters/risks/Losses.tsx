// What it may cost in a year, drawn from the ranges that its owner gave.
import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';

import { Exceedance } from '../../components/figures/Exceedance';
import { languageOf } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';
import { lossesOf, simulated_years } from './losses';
import { Section } from '../../components/Section';
import type { Range, Ranges } from './text';

/** One year in two, in ten, in twenty, in a hundred. */
const read_at = [0.5, 0.1, 0.05, 0.01];
const thousand = 1000;
/** Where the largest loss is so many times what one reads, only a scale of powers shows both. */
const wide = 50;

export function Losses({ ranges }: { ranges: Ranges }) {
  const { t, i18n } = useTranslation();
  const samples = useMemo(() => lossesOf(ranges), [ranges]);
  const language = languageOf(i18n.language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
  const whole = new Intl.NumberFormat(language);
  const rangeIn = ({ least, most }: Range) => ({ least: whole.format(least), most: whole.format(most) });
  const isWide = (samples.at(-1) ?? 0) > wide * ranges.loss.least;
  return (
    <Section title={t('risk.losses.title')} testId="losses">
      <Stack gap="xs">
        <Text size="sm">{t('risk.losses.often', rangeIn(ranges.times_in_a_century))}</Text>
        <Text size="sm">{t('risk.losses.each', rangeIn(ranges.loss))}</Text>
        <Exceedance
          words={{
            caption: t('risk.losses.caption', { years: whole.format(simulated_years) }),
            asTable: t('risk.losses.asTable'),
            head: t('risk.losses.share'),
            loss: t('risk.losses.loss'),
          }}
          samples={samples}
          scale={isWide ? 'log' : 'linear'}
          readAt={read_at}
          formatShare={(share) => percent.format(share)}
          formatLoss={(loss) => short.format(loss * thousand)}
        />
        <Text size="sm" c="dimmed">
          {t('risk.losses.how')}
        </Text>
      </Stack>
    </Section>
  );
}
