// The release form in words, to be copied and sent on once the group agreed.
import { useTranslation } from '../../locales/i18n';

import { dateIn } from '../../components/formatters';
import { useQuarter } from './quarters';
import type { Release, Released } from './release';
import type { ReleasedCell } from './statistics';

export function useReleaseText(): (release: Release) => string {
  const { t, i18n } = useTranslation();
  const quarter = useQuarter();
  const { share, cellsOf } = useCells();
  const told = ({ label, levels, cells }: Released) => `${label}: ${cellsOf(cells, levels)}`;
  const section = (title: string, lines: string[]) => [title, ...lines].join('\n');
  return ({ closes, turnout, state, weak, movement, events }) =>
    [
      section(t('release.title'), [t('release.asOf', { date: dateIn(new Date(closes), i18n.language, 'UTC', false) })]),
      t('release.rule'),
      t('release.form'),
      section(t('release.turnout'), [
        turnout && turnout.length > 1
          ? t('release.took', { share: share(turnout.at(-1)?.percent ?? 0) })
          : t('release.nothing'),
      ]),
      ...(state
        ? [
            section(t('release.maturity', { title: state.title }), [
              cellsOf(state.all, state.levels),
              ...state.functions.map(told),
            ]),
            section(t('release.weak'), [
              weak && weak.length > 1
                ? t('release.weakShare', {
                    share: share(weak.at(-1)?.percent ?? 0),
                    lowest: state.levels[0] ?? '',
                    next: state.levels[1] ?? '',
                  })
                : t('release.nothing'),
            ]),
          ]
        : []),
      ...(movement
        ? [section(t('release.movement', { quarter: quarter(movement.opens) }), movement.of.map(told))]
        : []),
      ...(events
        ? [
            section(
              t('release.events', { quarter: quarter(events.opens) }),
              events.of.map((one) => told({ ...one, label: t(`strategic.harm.${one.harm}`) })),
            ),
          ]
        : []),
    ].join('\n\n');
}

/** Shares in words. Of one that is rounded to nothing it is not said whether it is none. */
function useCells() {
  const { t } = useTranslation();
  const share = (percent: number) => (percent === 0 ? t('release.little') : t('release.about', { percent }));
  const cellsOf = (cells: ReleasedCell[] | undefined, levels: readonly string[]): string => {
    if (cells === undefined || cells.length < 2) return t('release.nothing');
    return cells
      .map(({ from, to, percent }) => {
        const [lowest = '', highest = ''] = [levels[from], levels[to]];
        const level = from === to ? lowest : t('release.joined', { lowest, highest });
        return t('release.cell', { level, share: share(percent) });
      })
      .join('; ');
  };
  return { share, cellsOf };
}
