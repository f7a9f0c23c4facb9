// A time that people set as a day: the day's end in the charter's zone, in words that are the same everywhere.
import type { TextInputProps } from '@mantine/core';
import { Text } from '@mantine/core';

import { addWords, useTranslation } from '../locales/i18n';
import words from './dayEnd.en.json';
import { DayField } from './fields';
import { dateIn } from './formatters';
import { clocksChange, dayUntil, endOfDay, isEndOfDay, toLocal, viewerZone } from './time';
import { When } from './When';

addWords(words);

interface Props {
  time: string;
  zone: string;
  /** The day alone, where the page says elsewhere that days end at 24:00. */
  short?: boolean;
}

/** A time of another clock, which a program may have set, is shown as any other. */
export function DayEnd({ time, zone, short = false }: Props) {
  const { t, i18n } = useTranslation();
  const at = new Date(time);
  const day = dateIn(new Date(at.getTime() - 1), i18n.language, zone, false);
  if (short) return <time dateTime={time}>{day}</time>;
  if (!isEndOfDay(at, zone)) return <When time={time} zone={zone} />;
  const last = zone.split('/').pop() ?? zone;
  const city = t(`dayEnd.city.${zone}`, { defaultValue: last.replaceAll('_', ' ') });
  const own = viewerZone();
  return (
    <time dateTime={time}>
      {t('dayEnd.whole', { day, city, zone })}
      {toLocal(at, own) !== toLocal(at, zone) && (
        <Text span c="dimmed" size="sm">{`; ${t('dayEnd.own', { time: dateIn(at, i18n.language, own, true) })}`}</Text>
      )}
    </time>
  );
}

/** Asks for a day such as 2027-06-30, and says which instant its end is. */
export function DayEndField({
  zone,
  value,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & { zone: string; value: string; onChange: (day: string) => void }) {
  const { t } = useTranslation();
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? endOfDay(value, zone) : undefined;
  const change = at && clocksChange(at, zone);
  return (
    <DayField
      {...rest}
      value={value}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        at && (
          <>
            <DayEnd time={at.toISOString()} zone={zone} />
            {change && ` ${t(`dayEnd.${change}`)}`}
          </>
        )
      }
    />
  );
}

/** What such a field holds for a time. */
export const dayOf = (time: string | null | undefined, zone: string) => (time ? dayUntil(new Date(time), zone) : '');
/** The time that it stands for. */
export const endOf = (day: string, zone: string) => endOfDay(day, zone).toISOString();
