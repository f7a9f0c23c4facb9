import { describe, expect, it } from 'vitest';

import { reachedBy } from '../../components/figures/curve';
import { lossesOf, simulated_years } from './losses';

const always = (value: number) => ({ least: value, most: value });
const shareReaching = (loss: number, samples: readonly number[]) =>
  samples.filter((one) => one >= loss - 1e-6).length / samples.length;
/** Four standard deviations of a share of as many years as are simulated. */
const near = (share: number) => 4 * Math.sqrt((share * (1 - share)) / simulated_years);
const expectShare = (found: number, share: number) => expect(Math.abs(found - share)).toBeLessThan(near(share));

describe('losses of a year', () => {
  it('come as often as Poisson says, where how often and how bad are known', () => {
    const samples = lossesOf({ times_in_a_century: always(100), loss: always(50) });
    // 1 - e^-1, 1 - 2 e^-1, 1 - 2.5 e^-1
    expectShare(shareReaching(50, samples), 0.6321);
    expectShare(shareReaching(100, samples), 0.2642);
    expectShare(shareReaching(150, samples), 0.0803);
    expect(samples.every((loss) => Math.abs(loss / 50 - Math.round(loss / 50)) < 1e-9)).toBe(true);
  });
  it('of what happens once in a century are none in nearly all years', () => {
    const samples = lossesOf({ times_in_a_century: always(1), loss: always(50) });
    expectShare(shareReaching(50, samples), 0.00995);
    expect(reachedBy(0.5, samples)).toBe(0);
  });
  it('lie one in twenty under the least and one in twenty over the most, of a single time', () => {
    // Once a year on the mean: of the years in which it comes exactly once, the loss is one draw.
    const samples = lossesOf({ times_in_a_century: always(1), loss: { least: 10, most: 1000 } });
    const there = samples.filter((loss) => loss > 0);
    expect(there.length).toBeGreaterThan(60);
    // Its median is the middle of its ends by their logarithms.
    const middle = there[Math.floor(there.length / 2)] ?? 0;
    expect(middle).toBeGreaterThan(60);
    expect(middle).toBeLessThan(170);
  });
  it('add up to the mean that one computes', () => {
    const samples = lossesOf({ times_in_a_century: always(20000), loss: { least: 50, most: 200 } });
    const sigma = Math.log(4) / (2 * 1.6448536);
    const mean = 200 * Math.exp(Math.log(100) + sigma ** 2 / 2);
    const found = samples.reduce((sum, loss) => sum + loss, 0) / samples.length;
    expect(Math.abs(found / mean - 1)).toBeLessThan(0.01);
  });
  it('are the same for everybody, and in rising order', () => {
    const ranges = { times_in_a_century: { least: 5, most: 300 }, loss: { least: 0, most: 9000 } };
    const samples = lossesOf(ranges);
    expect(lossesOf(ranges)).toEqual(samples);
    expect(lossesOf(ranges, 2)).not.toEqual(samples);
    expect(samples).toEqual([...samples].sort((a, b) => a - b));
    expect(samples).toHaveLength(simulated_years);
    expect(samples.every(Number.isFinite)).toBe(true);
  });
  it('are nothing where it never happens or costs nothing', () => {
    expect(lossesOf({ times_in_a_century: always(0), loss: always(50) }).at(-1)).toBe(0);
    expect(lossesOf({ times_in_a_century: always(9), loss: always(0) }).at(-1)).toBe(0);
  });
  it('of the largest numbers that may be written are computed at once', () => {
    const most = 1_000_000_000;
    const began = Date.now();
    const samples = lossesOf({ times_in_a_century: { least: 1, most }, loss: { least: 1, most } });
    expect(samples.every(Number.isFinite)).toBe(true);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
