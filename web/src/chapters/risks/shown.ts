// The lines of the register that a filter shows.
import type { Filter, ShownState } from './filter';
import type { Line } from './line';
import { byScore, placeOf } from './line';

function isIn({ risk }: Line, state: ShownState): boolean {
  if (state === 'all') return true;
  if (state === 'over') return risk.over_at !== null;
  return risk.state === state;
}

/** The highest score first. */
export function shownOf(lines: Line[], { state, origin, owner, marking, frequency, impact }: Filter): Line[] {
  return lines
    .filter((line) => {
      const place = placeOf(line);
      return (
        isIn(line, state ?? 'open') &&
        (origin === undefined || line.text?.origin === origin) &&
        (owner === undefined || line.risk.owner === owner) &&
        (marking === undefined || line.text?.marking === marking) &&
        (frequency === undefined || place?.frequency === frequency) &&
        (impact === undefined || place?.impact === impact)
      );
    })
    .sort(byScore);
}

const most_shown = 5;

/** The risks of the register that Members rate the highest, and how many they were not asked about. */
export function topOf(lines: Line[]): { top: Line[]; unrated: number } {
  const open = lines.filter(({ risk }) => risk.state === 'open');
  const rated = open.filter(({ rating }) => rating !== undefined);
  return { top: rated.sort(byScore).slice(0, most_shown), unrated: open.length - rated.length };
}
