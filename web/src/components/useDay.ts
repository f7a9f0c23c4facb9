// A day in a sentence, as the reader's language writes it: of a field ("2026-03-01"), or of a time. Nothing while none is chosen.
import { useTranslation } from '../locales/i18n';
import { dateIn } from './formatters';
import { startOfDay, viewerZone } from './time';

const ofField = /^\d{4}-\d\d-\d\d$/;

export function useDay() {
  const { i18n } = useTranslation();
  return (time: string) =>
    time === ''
      ? ''
      : dateIn(ofField.test(time) ? startOfDay(time) : new Date(time), i18n.language, viewerZone(), false);
}
