// Where the answers lie: the middle half as a strip, the median as a dot, and above them the reader's own place, which no paper shows.
import { useAcross } from './across';
import type { FigureWords } from './Figure';
import { Figure, LegendEntry } from './Figure';

interface StripRow {
  key: string;
  label: string;
  /** Levels, counted from 0; halves lie between two. */
  from: number;
  median: number;
  to: number;
  own?: number;
}

interface Props {
  words: FigureWords & { middleHalf: string; from: string; median: string; to: string; own: string };
  /** Short: they stand side by side above the strips. */
  levels: readonly string[];
  rows: readonly StripRow[];
  format: (level: number) => string;
}

export function DotStrip({ words, levels, rows, format }: Props) {
  const hasOwn = rows.some(({ own }) => own !== undefined);
  const numbers = ({ from, median, to, own }: StripRow) => [
    ...[median, from, to].map(format),
    ...(hasOwn ? [own === undefined ? '' : format(own)] : []),
  ];
  return (
    <Figure
      words={words}
      columns={[
        ...[words.median, words.from, words.to].map((title) => ({ title })),
        ...(hasOwn ? [{ title: words.own, own: true }] : []),
      ]}
      rows={rows.map((row) => ({ key: row.key, label: row.label, cells: numbers(row) }))}
    >
      <Legend words={words} hasOwn={hasOwn} />
      <div className="figure-row strip-row">
        <span />
        <Ticks levels={levels} />
      </div>
      {rows.map((row) => (
        <div key={row.key} className="figure-row strip-row">
          <span>{row.label}</span>
          <Strip row={row} levels={levels.length} />
          <span className="strip-number">{format(row.median)}</span>
        </div>
      ))}
    </Figure>
  );
}

function Legend({ words, hasOwn }: { words: Props['words']; hasOwn: boolean }) {
  return (
    <ul className="plain-list figure-legend">
      <LegendEntry says={words.middleHalf}>
        <rect x={1} y={3} width={26} height={10} rx={5} className="strip" />
      </LegendEntry>
      <LegendEntry says={words.median}>
        <circle cx={14} cy={8} r={4.5} className="strip-median" />
      </LegendEntry>
      {hasOwn && (
        <LegendEntry says={words.own} className="no-print">
          <path d="M8 3h12l-6 9z" className="strip-own" />
        </LegendEntry>
      )}
    </ul>
  );
}

/** Half a level of room on either side. */
const useLevels = (levels: number) => useAcross(-0.5, levels - 0.5);

function Ticks({ levels }: { levels: readonly string[] }) {
  const { at } = useLevels(levels.length);
  return (
    <svg width="100%" height={18}>
      {levels.map((level, i) => (
        <text key={i} x={at(i)} y={13} textAnchor="middle">
          {level}
        </text>
      ))}
    </svg>
  );
}

function Strip({ row: { from, median, to, own }, levels }: { row: StripRow; levels: number }) {
  const { at, between } = useLevels(levels);
  return (
    <svg width="100%" height={30}>
      {Array.from({ length: levels }, (_, i) => (
        <line key={i} x1={at(i)} x2={at(i)} y1={0} y2={30} className="figure-grid" />
      ))}
      {/* Wider than it is by a little, so that it is seen where all of it is one level. */}
      <rect {...between(from - 0.1, to + 0.1)} y={13} height={12} rx={6} className="strip" />
      <circle cx={at(median)} cy={19} r={4.5} className="strip-median" />
      {own !== undefined && (
        <svg x={at(own)} overflow="visible" className="no-print">
          <path d="M-6 1h12l-6 9z" className="strip-own" />
        </svg>
      )}
    </svg>
  );
}
