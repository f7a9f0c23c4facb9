// Shares of levels as bars whose middle level lies in the middle: the further to its beginning a bar reaches, the more is low.
import { useAcross } from './across';
import { aroundMiddle, colourOf } from './diverging';
import type { FigureWords } from './Figure';
import { Figure, LegendEntry } from './Figure';

interface BarRow {
  key: string;
  label: string;
  /** One for each level, together 1. */
  shares: readonly number[];
}

interface Props {
  words: FigureWords;
  levels: readonly string[];
  /** In the order in which they are shown. */
  rows: readonly BarRow[];
  format: (share: number) => string;
}

export function DivergingBars({ words, levels, rows, format }: Props) {
  const ends = rows.flatMap(({ shares }) => aroundMiddle(shares).flatMap(({ from, to }) => [from, to]));
  const span = { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
  return (
    <Figure
      words={words}
      columns={levels.map((title) => ({ title }))}
      rows={rows.map(({ key, label, shares }) => ({ key, label, cells: shares.map(format) }))}
    >
      <ol className="plain-list figure-legend">
        {levels.map((level, i) => (
          <LegendEntry key={i} says={level}>
            <rect x={1} y={1} width={26} height={14} className={`bar bar-level-${colourOf(i, levels.length)}`} />
          </LegendEntry>
        ))}
      </ol>
      {rows.map(({ key, label, shares }) => (
        <div key={key} className="figure-row">
          <span>{label}</span>
          <Bar shares={shares} span={span} format={format} />
        </div>
      ))}
    </Figure>
  );
}

interface BarProps {
  shares: BarRow['shares'];
  span: { from: number; to: number };
  format: Props['format'];
}

function Bar({ shares, span, format }: BarProps) {
  const { at, between } = useAcross(span.from, span.to);
  const parts = aroundMiddle(shares);
  return (
    <svg width="100%" height={26}>
      <line x1={at(0)} x2={at(0)} y1={0} y2={26} className="bar-middle" />
      {parts.map(({ from, to }, level) => (
        <rect
          key={level}
          {...between(from, to)}
          y={3}
          height={20}
          className={`bar bar-level-${colourOf(level, shares.length)}`}
        />
      ))}
      {parts.map(({ from, to }, level) => {
        const room = (to - from) / (span.to - span.from);
        return (
          room >= least_room && (
            <text
              key={level}
              x={at((from + to) / 2)}
              y={17}
              textAnchor="middle"
              className={room < room_on_a_phone ? 'bar-number figure-spare' : 'bar-number'}
            >
              {format(shares[level] ?? 0)}
            </text>
          )
        );
      })}
    </svg>
  );
}

/** Parts of the drawing's width that a number needs. */
const least_room = 0.05;
const room_on_a_phone = 0.12;
