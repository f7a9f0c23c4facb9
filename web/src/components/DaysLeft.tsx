// How long it is until a time, in the reader's language: in 3 days, tomorrow, 2 hours ago.
import type { BadgeProps } from '@mantine/core';
import { Badge } from '@mantine/core';

import { useTranslation } from '../locales/i18n';
import { languageOf } from './formatters';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
/** From here on it stands out. */
const soon_days = 3;

const leftUntil = (time: string) => Date.parse(time) - Date.now();

/** In the largest unit of which there is at least one; days are counted whole. */
export function relative(left_ms: number, language: string): string {
  const far = Math.abs(left_ms);
  const [unit, size] =
    far >= day_ms
      ? (['day', day_ms] as const)
      : far >= hour_ms
        ? (['hour', hour_ms] as const)
        : (['minute', minute_ms] as const);
  return new Intl.RelativeTimeFormat(languageOf(language), { numeric: 'auto' }).format(
    Math.trunc(left_ms / size),
    unit,
  );
}

interface Props extends BadgeProps {
  /** Less than none: it is over. */
  days: number;
}

/** In the one look that time has that is left. */
export function LeftBadge({ days, ...rest }: Props) {
  return <Badge tt="none" variant="light" color={days < 0 ? 'red' : days < soon_days ? 'orange' : 'gray'} {...rest} />;
}

export function DaysLeft({ until }: { until: string }) {
  const { i18n } = useTranslation();
  const left = leftUntil(until);
  return <LeftBadge days={left / day_ms}>{relative(left, i18n.language)}</LeftBadge>;
}
