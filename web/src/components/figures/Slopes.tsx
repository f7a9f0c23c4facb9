// Two or more askings side by side, and a line for each thing that was asked: which way it went, and how steeply. Each line is named at its ends.
import { useAcross } from './across';
import type { FigureWords } from './Figure';
import { Figure } from './Figure';
import { apart, emsOf } from './labels';

interface SlopeLine {
  key: string;
  /** Short: it stands beside the drawing twice. */
  label: string;
  /** One for each asking; none where it was not asked. */
  values: readonly (number | undefined)[];
}

interface Props {
  words: FigureWords;
  askings: readonly string[];
  lines: readonly SlopeLine[];
  /** The values at the foot and at the head of the drawing. */
  from: number;
  to: number;
  format: (value: number) => string;
}

export function Slopes({ words, askings, lines, from, to, format }: Props) {
  const height = 2 * margin + Math.max(120, line_height * lines.length);
  const down = (value: number) => margin + (height - 2 * margin) * (1 - (value - from) / (to - from));
  const written = (value: number | undefined) => (value === undefined ? '' : format(value));
  const labelsAt = (asking: number): EndLabel[] =>
    lines.flatMap(({ key, label, values }) => {
      const value = values[asking];
      return value === undefined ? [] : [{ key, text: `${label} ${format(value)}`, at: down(value) }];
    });
  return (
    <Figure
      words={words}
      columns={askings.map((title) => ({ title }))}
      rows={lines.map(({ key, label, values }) => ({ key, label, cells: askings.map((_, i) => written(values[i])) }))}
    >
      <div className="slopes">
        <Labels labels={labelsAt(0)} height={height} side="first" />
        <Lines askings={askings} lines={lines} height={height} down={down} />
        <Labels labels={labelsAt(askings.length - 1)} height={height} side="last" />
      </div>
    </Figure>
  );
}

interface LinesProps {
  askings: readonly string[];
  lines: readonly SlopeLine[];
  height: number;
  down: (value: number) => number;
}

function Lines({ askings, lines, height, down }: LinesProps) {
  const { at } = useAcross(0, askings.length - 1);
  return (
    <svg width="100%" height={height}>
      {askings.map((asking, i) => (
        <g key={i}>
          <line x1={at(i)} x2={at(i)} y1={margin - 10} y2={height} className="figure-grid" />
          <text x={at(i)} y={12} textAnchor="middle">
            {asking}
          </text>
        </g>
      ))}
      {lines.map(({ key, values }) => (
        <g key={key} className="slope">
          {values.map((value, i) => {
            const before = values[i - 1];
            if (value === undefined) return null;
            return (
              <g key={i}>
                {before !== undefined && <line x1={at(i - 1)} y1={down(before)} x2={at(i)} y2={down(value)} />}
                <circle cx={at(i)} cy={down(value)} r={3.5} />
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

interface EndLabel {
  key: string;
  text: string;
  at: number;
}

/** The labels of one end, each with a line to where it would stand, were it alone. */
function Labels({ labels, height, side }: { labels: EndLabel[]; height: number; side: 'first' | 'last' }) {
  const { at, on } = useAcross(0, 1);
  const isFirst = side === 'first';
  const edge = at(isFirst ? 1 : 0);
  const outwards = (pixels: number) => on(isFirst ? -pixels : pixels);
  const places = apart(
    labels.map((label) => label.at),
    line_height,
    { from: margin, to: height - line_height / 2 },
  );
  return (
    <svg width={`${Math.max(0, ...labels.map(({ text }) => emsOf(text))) + leader_ems}em`} height={height}>
      <svg x={edge} overflow="visible">
        {labels.map((label, i) => (
          <g key={label.key}>
            <line x1={outwards(6)} y1={label.at} x2={outwards(16)} y2={places[i]} className="slope-leader" />
            <text x={outwards(20)} y={(places[i] ?? 0) + 4} textAnchor={isFirst ? 'end' : 'start'}>
              {label.text}
            </text>
          </g>
        ))}
      </svg>
    </svg>
  );
}

const margin = 32;
const line_height = 16;
/** What the line to a label takes. */
const leader_ems = 2;
