// How likely a loss is to reach an amount: a curve that falls from all samples to none.
import { useAcross } from './across';
import type { LossAxis } from './curve';
import { linearAxis, logAxis, pathOf, reachedBy } from './curve';
import type { FigureWords } from './Figure';
import { Figure } from './Figure';
import { apart, emsOf } from './labels';

interface Props {
  /** The head is that of the shares. */
  words: FigureWords & { loss: string };
  /** In rising order. */
  samples: readonly number[];
  scale: 'linear' | 'log';
  /** The shares at which the curve is read, as dots in the drawing and rows of the table. */
  readAt: readonly number[];
  formatShare: (share: number) => string;
  formatLoss: (loss: number) => string;
}

interface Reading {
  share: number;
  loss: number;
}

export function Exceedance({ words, samples, scale, readAt, formatShare, formatLoss }: Props) {
  const axis = scale === 'log' ? logAxis(samples) : linearAxis(samples);
  const readings = readAt.flatMap((share): Reading[] => {
    const loss = reachedBy(share, samples);
    return loss === undefined ? [] : [{ share, loss }];
  });
  const room = Math.max(
    0,
    ...[...axis.ticks, ...readings.map(({ loss }) => loss)].map((loss) => emsOf(formatLoss(loss))),
  );
  return (
    <Figure
      words={words}
      columns={[{ title: words.loss }]}
      rows={readings.map(({ share, loss }) => ({
        key: String(share),
        label: formatShare(share),
        cells: [formatLoss(loss)],
      }))}
    >
      <div className="exceedance">
        <Shares format={formatShare} />
        <svg width="100%" height={height + 24}>
          <Grid axis={axis} format={formatLoss} />
          <Curve samples={samples} axis={axis} />
          <Readings readings={readings} axis={axis} format={formatLoss} />
        </svg>
        {/* Where what is written at the end of the curve goes on. */}
        <svg width={`${room}em`} height={1} />
      </div>
    </Figure>
  );
}

function Shares({ format }: { format: Props['formatShare'] }) {
  const { at, on } = useAcross(0, 1);
  return (
    <svg width={`${Math.max(...shares.map((share) => emsOf(format(share)))) + 1}em`} height={height + 24}>
      <svg x={at(1)} overflow="visible">
        {shares.map((share) => (
          <text key={share} x={on(-8)} y={downTo(share) + 4} textAnchor="end">
            {format(share)}
          </text>
        ))}
      </svg>
    </svg>
  );
}

function Grid({ axis, format }: { axis: LossAxis; format: Props['formatLoss'] }) {
  const { at } = useAcross(0, 1);
  return (
    <>
      {shares.map((share) => (
        <line key={share} x1="0" x2="100%" y1={downTo(share)} y2={downTo(share)} className="figure-grid" />
      ))}
      {axis.ticks.map((loss, i) => (
        <g key={loss}>
          <line
            x1={at(axis.placeOf(loss))}
            x2={at(axis.placeOf(loss))}
            y1={top}
            y2={height + 4}
            className="figure-grid"
          />
          <text
            x={at(axis.placeOf(loss))}
            y={height + 18}
            textAnchor="middle"
            className={i % 2 === 1 ? 'figure-spare' : undefined}
          >
            {format(loss)}
          </text>
        </g>
      ))}
    </>
  );
}

function Curve({ samples, axis }: { samples: readonly number[]; axis: LossAxis }) {
  const { along } = useAcross(0, 1);
  return (
    <svg y={top} width="100%" height={height - top} viewBox="0 0 1 1" preserveAspectRatio="none" overflow="visible">
      <path d={pathOf(samples, axis, along)} className="curve" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Readings({ readings, axis, format }: { readings: Reading[]; axis: LossAxis; format: Props['formatLoss'] }) {
  const { at, on } = useAcross(0, 1);
  const heights = readings.map(({ share }) => downTo(share));
  const written = apart(heights, line_height, { from: 0, to: height - line_height });
  return readings.map(({ share, loss }, i) => (
    <svg key={share} x={at(axis.placeOf(loss))} overflow="visible">
      <circle cy={heights[i]} r={4} className="curve-reading" />
      <text x={on(8)} y={(written[i] ?? 0) - 2} textAnchor="start">
        {format(loss)}
      </text>
    </svg>
  ));
}

const height = 200;
const line_height = 14;
/** Room above the highest line, for half of its label. */
const top = 8;
const shares = [1, 0.75, 0.5, 0.25, 0];
const downTo = (share: number) => top + (height - top) * (1 - share);
