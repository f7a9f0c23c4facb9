// The fast arithmetic against that of the library, which it must equal in all that it is asked.
import { describe, expect, it } from 'vitest';

import type { Point } from './group';
import { generator, identity, order, powerOfGenerator, randomScalar, read, written } from './group';
import type { Extended } from './multi';
import { add, allWritten, base, decoded, isNothing, isSame, negated, nothing, Powers, Table, times } from './multi';

const taken = (point: Point): Extended => ({ x: point.X, y: point.Y, z: point.Z, t: point.T });
const text = (point: Extended) => allWritten([point])[0] ?? '';
const exponents = [
  0n,
  1n,
  2n,
  7n,
  8n,
  9n,
  15n,
  16n,
  127n,
  128n,
  129n,
  255n,
  256n,
  order - 1n,
  2n ** 252n,
  randomScalar(),
];

describe('powers for checking', () => {
  it.each(exponents)('are those of the library: %s', (exponent) => {
    const other = powerOfGenerator(randomScalar());
    const wanted = exponent === 0n ? identity : other.multiply(exponent);
    expect(text(new Powers(taken(other)).power(exponent))).toBe(written(wanted));
    expect(text(new Table(taken(other)).power(exponent))).toBe(written(wanted));
  });
  it('of one point serve for many exponents', () => {
    const powers = new Powers(taken(generator));
    for (let i = 0; i < 5; ++i) {
      const exponent = randomScalar();
      expect(text(powers.power(exponent))).toBe(written(powerOfGenerator(exponent)));
    }
  });
});

describe('points', () => {
  const [a, b] = [powerOfGenerator(randomScalar()), powerOfGenerator(randomScalar())];
  it('are added, negated and counted as by the library', () => {
    expect(text(add(taken(a), taken(b)))).toBe(written(a.add(b)));
    expect(isNothing(add(taken(a), negated(taken(a))))).toBe(true);
    expect(text(times(taken(a), 5n))).toBe(written(a.multiply(5n)));
    expect(isSame(add(taken(a), taken(b)), add(taken(b), taken(a)))).toBe(true);
    expect(isSame(taken(a), taken(b))).toBe(false);
    expect(isSame(add(base, nothing), base)).toBe(true);
  });
  it('are written many at a time, and read again', () => {
    const texts = allWritten([taken(a), nothing, taken(b)]);
    expect(texts).toEqual([written(a), written(identity), written(b)]);
    for (const one of texts) expect(text(decoded(one) ?? nothing)).toBe(one);
  });
  it('are read in the one way to write them', () => {
    expect(decoded(written(a).toUpperCase())).toBeUndefined();
    expect(decoded(written(a).slice(1))).toBeUndefined();
    expect(decoded('f'.repeat(64))).toBeUndefined();
    expect(decoded(`7f${'f'.repeat(60)}ee`)).toBeUndefined(); // y = 1, written as p + 1
  });
  it('are in the subgroup or not', () => {
    const orderTwo = decoded(`7f${'f'.repeat(60)}ec`);
    expect(orderTwo).toBeDefined();
    expect(new Powers(taken(a)).isInSubgroup).toBe(true);
    expect(new Powers(orderTwo ?? nothing).isInSubgroup).toBe(false);
    expect(new Powers(add(taken(a), orderTwo ?? nothing)).isInSubgroup).toBe(false);
    expect(() => read(`7f${'f'.repeat(60)}ec`)).toThrow('group');
  });
});
