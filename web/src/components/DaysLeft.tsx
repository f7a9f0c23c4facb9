// How long it is until a time, in the reader's language: in 3 days, tomorrow, 2 hours ago.
import { Badge } from '@mantine/core';

import { useTranslation } from '../locales/i18n';
import { languageOf } from './formatters';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
/** From here on it stands out. */
const soon_ms = 3 * day_ms;

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

export function DaysLeft({ until }: { until: string }) {
  const { i18n } = useTranslation();
  const left = leftUntil(until);
  return (
    <Badge tt="none" variant="light" color={left < 0 ? 'red' : left < soon_ms ? 'orange' : 'gray'}>
      {relative(left, i18n.language)}
    </Badge>
  );
}
