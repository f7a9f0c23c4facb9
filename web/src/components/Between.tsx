// From when to when: in the viewer's zone, each day said once with its weekday, and once beside it in the zone in which it was set.
import { Text } from '@mantine/core';

import { useTranslation } from '../locales/i18n';
import { formatter, languageOf } from './formatters';
import { viewerZone } from './time';

const parts = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const;

export function Between({ starts, ends, zone }: { starts: string; ends: string; zone: string }) {
  const { i18n } = useTranslation();
  const said = (timeZone: string) =>
    formatter(languageOf(i18n.language), { ...parts, timeZone }).formatRange(new Date(starts), new Date(ends));
  const local = said(viewerZone());
  const there = said(zone);
  return (
    <>
      <time dateTime={`${starts}/${ends}`}>{local}</time>
      {there !== local && (
        <Text span c="dimmed" size="sm">
          {` (${there}, ${zone.replaceAll('_', ' ')})`}
        </Text>
      )}
    </>
  );
}
