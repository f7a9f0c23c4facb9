// The months of the time line and today: above the bars in words, and behind them as lines.

import { formatter, languageOf } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';
import { useAcross } from './across';
import type { Axis } from './line';
import { isNamed, placeOf, yearsOf } from './line';

interface Props {
  axis: Axis;
  zone: string;
}

/** Years, months, and the word for today, one above the other, so that they never meet. */
export function AxisHead({ axis, zone }: Props) {
  const { t, i18n } = useTranslation();
  const { at } = useAcross(axis);
  const written = (time: number, options: Intl.DateTimeFormatOptions) =>
    formatter(languageOf(i18n.language), { ...options, timeZone: zone }).format(time);
  const named = axis.months.filter((month) => isNamed(month, axis));
  return (
    <div className="line-row line-head">
      <span />
      <svg width="100%" height={50}>
        {yearsOf(axis).map((one) => (
          <text key={one.at} x={at(one.at)} y={12} className="line-year">
            {written(one.at, { year: 'numeric' })}
          </text>
        ))}
        {named.map((one) => (
          <text
            key={one.at}
            x={at(one.at)}
            y={28}
            className={one.month % 6 === 1 || axis.months.length <= 6 ? undefined : 'line-spare'}
          >
            {written(one.at, { month: 'short' })}
          </text>
        ))}
        <text
          x={at(axis.now)}
          y={45}
          className="line-today"
          textAnchor={placeOf(axis.now, axis) > 50 ? 'end' : 'start'}
        >
          {t('line.today')}
        </text>
      </svg>
    </div>
  );
}

export function AxisGrid({ axis }: { axis: Axis }) {
  const { at } = useAcross(axis);
  return (
    <svg className="line-grid">
      {axis.months
        .filter((month) => isNamed(month, axis))
        .map((one) => (
          <line key={one.at} x1={at(one.at)} x2={at(one.at)} y1="0" y2="100%" />
        ))}
      <line x1={at(axis.now)} x2={at(axis.now)} y1="45" y2="100%" className="line-now" />
    </svg>
  );
}
