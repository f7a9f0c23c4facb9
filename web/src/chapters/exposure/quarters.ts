// Quarters of the year, by which rounds are compared.
import { useTranslation } from '../../locales/i18n';

const months_in_a_quarter = 3;
const quarters_in_a_year = 4;

/** Counted through all years, so that neighbours differ by one. */
function quarterOf(time: string): number {
  const date = new Date(time);
  return quarters_in_a_year * date.getUTCFullYear() + Math.floor(date.getUTCMonth() / months_in_a_quarter);
}

export const yearOf = (time: string) => new Date(time).getUTCFullYear();

/** Those of the quarter of the last one and the three before it. In their order in time, the last one last. */
export function lastFourQuarters<Round extends { opens: string }>(rounds: readonly Round[]): Round[] {
  const last = rounds.at(-1);
  return last === undefined
    ? []
    : rounds.filter(({ opens }) => quarterOf(opens) > quarterOf(last.opens) - quarters_in_a_year);
}

/** Short: it stands in drawings, too. */
export function useQuarter(): (time: string) => string {
  const { t } = useTranslation();
  return (time) =>
    t('strategic.quarter', {
      quarter: 1 + (quarterOf(time) % quarters_in_a_year),
      year: String(yearOf(time) % 100).padStart(2, '0'),
    });
}
