// What a risk may cost in a year, simulated from the ranges that its owner gave. Of each range the ends are taken for the fifth and the ninety-fifth
// percentile of a log-normal distribution: how often it happens in a year is drawn from one of them, how many times then from Poisson, and the loss
// of each time from the other. Chance begins at the same number every time, so that everybody sees the same curve.
import type { Range, Ranges } from './text';

export const simulated_years = 10_000;
const years_in_a_century = 100;
/** The distance from the median to the ninety-fifth percentile of the normal distribution. */
const z_95 = 1.6448536269514722;
/** Of more than so many times in a year, or losses, the sum is drawn at once, from the normal distribution that it tends to. */
const many = 100;
/** What an end of nothing is taken for, in parts of the other end: a log-normal distribution has no zero. */
const next_to_nothing = 0.001;

/** From 0 to 1, without either: sfc32, begun at one number. */
function chanceFrom(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return ((drawn >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

interface LogNormal {
  mu: number;
  sigma: number;
}

/** Nothing where it is always nothing. */
function logNormalOf({ least, most }: Range): LogNormal | undefined {
  if (most <= 0) return undefined;
  const [low, high] = [Math.log(Math.max(least, most * next_to_nothing)), Math.log(most)];
  return { mu: (low + high) / 2, sigma: (high - low) / (2 * z_95) };
}

class Chance {
  private readonly uniform: () => number;

  constructor(seed: number) {
    this.uniform = chanceFrom(seed);
  }
  /** Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }
  logNormal({ mu, sigma }: LogNormal): number {
    return Math.exp(mu + sigma * this.normal());
  }
  poisson(mean: number): number {
    if (mean > many) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let times = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) times += 1;
    return times;
  }
  sumOf(times: number, of: LogNormal): number {
    if (times > many) {
      const mean = Math.exp(of.mu + of.sigma ** 2 / 2);
      const deviation = mean * Math.sqrt(Math.exp(of.sigma ** 2) - 1);
      return Math.max(0, times * mean + Math.sqrt(times) * deviation * this.normal());
    }
    let sum = 0;
    for (let i = 0; i < times; i++) sum += this.logNormal(of);
    return sum;
  }
}

/** Of each simulated year, in rising order, in the unit of the range. */
export function lossesOf({ times_in_a_century, loss }: Ranges, seed = 1): number[] {
  const [often, bad] = [logNormalOf(times_in_a_century), logNormalOf(loss)];
  if (!often || !bad) return Array.from({ length: simulated_years }, () => 0);
  const chance = new Chance(seed);
  const years = Array.from({ length: simulated_years }, () =>
    chance.sumOf(chance.poisson(chance.logNormal(often) / years_in_a_century), bad),
  );
  return years.sort((a, b) => a - b);
}
