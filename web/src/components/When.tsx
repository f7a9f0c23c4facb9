// A time in the viewer's zone, with the zone in which it was set beside it where that is another.
import { Text } from '@mantine/core';

import { useTranslation } from '../locales/i18n';
import { dateIn, dayIn } from './formatters';
import { viewerZone } from './time';

interface Props {
  time: string;
  zone?: string | null;
  dateOnly?: boolean;
  /** Of what awaits somebody: on which day of the week it is. */
  weekday?: boolean;
}

export function When({ time, zone, dateOnly = false, weekday = false }: Props) {
  const { i18n } = useTranslation();
  const said = (where: string) => (weekday ? dayIn : dateIn)(new Date(time), i18n.language, where, !dateOnly);
  const local = said(viewerZone());
  const there = zone ? said(zone) : local;
  return (
    <time dateTime={time}>
      {local}
      {zone && there !== local && (
        <Text span c="dimmed" size="sm">
          {` (${there}, ${zone.replaceAll('_', ' ')})`}
        </Text>
      )}
    </time>
  );
}
