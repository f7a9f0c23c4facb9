// Losses as samples in rising order: how large a share of them reaches an amount, and the axis that shows it.

export interface LossAxis {
  ticks: number[];
  /** From 0 at its beginning to 1 at its end. */
  placeOf: (loss: number) => number;
}

/** The largest loss that this share of the samples reaches. */
export function reachedBy(share: number, samples: readonly number[]): number | undefined {
  // A tenth of twenty is two, however a computer writes a tenth.
  const many = Math.max(1, Math.ceil(share * samples.length - 1e-9));
  return samples[samples.length - many];
}

/** A path from (0, 0), where all samples lie, to (1, 1), where none does. */
export function pathOf(samples: readonly number[], axis: LossAxis, along: (place: number) => number): string {
  const step = Math.max(1, samples.length / most_steps);
  const steps = Math.ceil(samples.length / step);
  const picked = Array.from({ length: steps }, (_, i) => (i === steps - 1 ? samples.length - 1 : Math.floor(i * step)));
  const x = (place: number) => along(place).toFixed(4);
  const moves = picked.map((i) => `V${(i / samples.length).toFixed(4)}H${x(axis.placeOf(samples[i] ?? 0))}`);
  return `M${x(0)} 0${moves.join('')}V1`;
}

/** From nothing to a little more than the largest. */
export function linearAxis(samples: readonly number[]): LossAxis {
  const most = Math.max(samples.at(-1) ?? 0, 0) || 1;
  const tick = niceStep(most / 4);
  const to = tick * Math.ceil(most / tick - 1e-9);
  const ticks = Array.from({ length: Math.round(to / tick) + 1 }, (_, i) => i * tick);
  return { ticks, placeOf: (loss) => within(loss / to) };
}

/** Whole powers of ten, and no more of them than can be read: what is less lies at its beginning. */
export function logAxis(samples: readonly number[]): LossAxis {
  const last = Math.ceil(Math.log10(Math.max(samples.at(-1) ?? 0, 0) || 1) - 1e-9);
  const least = Math.floor(Math.log10(samples.find((loss) => loss > 0) ?? 1) + 1e-9);
  const first = Math.min(Math.max(least, last - most_decades), last - 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
  const placeOf = (loss: number) => (loss > 0 ? within((Math.log10(loss) - first) / (last - first)) : 0);
  return { ticks, placeOf };
}

const most_steps = 200;
const most_decades = 6;

const within = (place: number) => Math.min(1, Math.max(0, place));

/** The next of 1, 2, 5, 10, 20 and so on. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10);
}
