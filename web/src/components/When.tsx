// A time in the viewer's zone, with the zone in which it was set beside it where that is another.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function format(time: string, language: string, zone: string, dateOnly: boolean): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    ...(dateOnly ? {} : { timeStyle: 'short' }),
    timeZone: zone,
  }).format(new Date(time));
}

export function When({ time, zone, dateOnly = false }: { time: string; zone?: string | null; dateOnly?: boolean }) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'pseudo' ? 'en' : i18n.language;
  const local = format(time, language, here(), dateOnly);
  const there = zone ? format(time, language, zone, dateOnly) : local;
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
