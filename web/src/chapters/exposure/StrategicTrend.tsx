// Where a figure goes: an arrow, by how much since the asking before, and a small line over all askings.
import { Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import { useTranslation } from '../../locales/i18n';

import { Sparkline } from '../../components/figures/Sparkline';
import { useNumber, useSigned } from './numbers';
import { useQuarter } from './quarters';
import './strategic.css';
import './strategicWords';

export interface TrendProps {
  /** From asking to asking, the last one last. */
  points: readonly { round: { opens: string }; value: number }[];
  /** Which way is the better one. */
  better: 'more' | 'less';
  /** Without the words beside the arrow, where many stand under each other. */
  isShort?: boolean;
}

const ways = { '1': IconArrowUp, '-1': IconArrowDown, '0': IconEqual } as const;

export function StrategicTrend({ points, better, isShort = false }: TrendProps) {
  const { t } = useTranslation();
  const signed = useSigned();
  const number = useNumber();
  const quarter = useQuarter();
  const [before, last] = points.slice(-2);
  if (!before || !last)
    return (
      <Text span size="xs" c="dimmed" data-testid="trend">
        {t('strategic.noTrend')}
      </Text>
    );
  const by = last.value - before.value;
  const Way = ways[`${Math.sign(by) as -1 | 0 | 1}`];
  const went = by === 0 ? 'same' : by > 0 === (better === 'more') ? 'better' : 'worse';
  const words = { by: signed(by), since: quarter(before.round.opens), went: t(`strategic.went.${went}`) };
  return (
    <>
      <Text span size="sm" data-testid="trend">
        <Way size={16} aria-hidden="true" className="strategic-arrow" />
        <bdi>{t(isShort ? 'strategic.trendShort' : 'strategic.trend', words)}</bdi>
      </Text>
      <Sparkline values={points.map(({ value }) => value)} />
      <VisuallyHidden>
        {t('strategic.overTime', {
          values: points.map(({ round, value }) => `${quarter(round.opens)}: ${number(value)}`).join(', '),
        })}
      </VisuallyHidden>
    </>
  );
}
