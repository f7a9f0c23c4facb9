// A value over time as a line so small that it stands in a row of words. Whoever shows it says the values.
import { useAcross } from './across';

import './figures.css';

export function Sparkline({ values }: { values: readonly number[] }) {
  const { along } = useAcross(0, values.length - 1);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const down = (value: number) => (most === least ? height / 2 : (height * (most - value)) / (most - least));
  const places = values.map((value, i) => [width * along(i), down(value)] as const);
  const [x, y] = places.at(-1) ?? [0, 0];
  if (places.length < 2) return null;
  return (
    <svg className="sparkline" width={width + 2 * room} height={height + 2 * room} aria-hidden="true">
      <g transform={`translate(${room} ${room})`}>
        <polyline points={places.map((place) => place.map((at) => at.toFixed(1)).join(',')).join(' ')} />
        <circle cx={x} cy={y} r={3} />
      </g>
    </svg>
  );
}

const width = 72;
const height = 18;
/** For the dot and the width of the line. */
const room = 4;
