// Powers of points of Ed25519, for checking what others proved: all of it is public, so how long it takes tells nothing, and it is several
// times faster than what keeps secrets (group.ts). Formulas in extended coordinates by Hisil, Wong, Carter and Dawson (2008, section 3).
import { hexToBytes } from '@noble/hashes/utils.js';

import { order, Point } from './group';

const { p, d } = Point.CURVE();
const twoD = (2n * d) % p;

/** (X : Y : Z : T) with x = X/Z, y = Y/Z, xy = T/Z; each anywhere between -p and p. */
export interface Extended {
  x: bigint;
  y: bigint;
  z: bigint;
  t: bigint;
}

/** What is added to others again and again. */
interface Addend {
  plus: bigint;
  minus: bigint;
  z2: bigint;
  t2d: bigint;
}

export const nothing: Extended = { x: 0n, y: 1n, z: 1n, t: 0n };
const { X, Y, Z, T } = Point.BASE;
export const base: Extended = { x: X, y: Y, z: Z, t: T };

const addendOf = ({ x, y, z, t }: Extended): Addend => ({ plus: y + x, minus: y - x, z2: 2n * z, t2d: (t * twoD) % p });

function plus(a: Extended, { plus, minus, z2, t2d }: Addend): Extended {
  const low = ((a.y - a.x) * minus) % p;
  const high = ((a.y + a.x) * plus) % p;
  const c = (a.t * t2d) % p;
  const e = (a.z * z2) % p;
  const [l, r, u, v] = [high - low, e - c, e + c, high + low];
  return { x: (l * r) % p, y: (u * v) % p, z: (r * u) % p, t: (l * v) % p };
}

const inverse = ({ plus, minus, z2, t2d }: Addend): Addend => ({ plus: minus, minus: plus, z2, t2d: -t2d });

function doubled({ x, y, z }: Extended): Extended {
  const a = (x * x) % p;
  const b = (y * y) % p;
  const sum = x + y;
  const e = ((sum * sum) % p) - a - b;
  const g = b - a;
  const f = g - 2n * ((z * z) % p);
  const h = -a - b;
  return { x: (e * f) % p, y: (g * h) % p, z: (f * g) % p, t: (e * h) % p };
}

export const add = (a: Extended, b: Extended): Extended => plus(a, addendOf(b));
export const negated = ({ x, y, z, t }: Extended): Extended => ({ x: -x, y, z, t: -t });

/** A point so many times: of small numbers, such as weights. */
export function times(point: Extended, count: bigint): Extended {
  let sum = nothing;
  for (let power = point, rest = count; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) sum = add(sum, power);
    if (rest > 1n) power = doubled(power);
  }
  return sum;
}

const isZero = (value: bigint) => value % p === 0n;
export const isNothing = ({ x, y, z }: Extended) => isZero(x) && isZero(y - z);
export const isSame = (a: Extended, b: Extended) => isZero(a.x * b.z - b.x * a.z) && isZero(a.y * b.z - b.y * a.z);

/** Digits to the base 2^bits, the lowest first, each of at most half of that, on either side of 0. */
function digitsOf(exponent: bigint, bits: number): number[] {
  const hex = exponent.toString(16);
  const digits: number[] = [];
  const perByte = bits / 4;
  let carry = 0;
  for (let end = hex.length; end > 0 || carry > 0; end -= perByte) {
    const digit = (end > 0 ? parseInt(hex.slice(Math.max(0, end - perByte), end), 16) : 0) + carry;
    carry = digit > 2 ** (bits - 1) ? 1 : 0;
    digits.push(digit - carry * 2 ** bits);
  }
  return digits;
}

const digitBits = 4;
const largestDigit = 8;

/** A point that comes with one proof: its doublings are made once, for all its exponents (Yao's method). */
export class Powers {
  private readonly steps: Addend[] = [];
  private last: Extended;

  constructor(readonly point: Extended) {
    this.last = point;
  }

  /** point^(16^i) */
  private step(i: number): Addend {
    while (this.steps.length <= i) {
      if (this.steps.length > 0) for (let bit = 0; bit < digitBits; ++bit) this.last = doubled(this.last);
      this.steps.push(addendOf(this.last));
    }
    return this.steps[i] ?? addendOf(nothing);
  }

  power(exponent: bigint): Extended {
    const buckets = new Array<Extended | undefined>(largestDigit + 1);
    digitsOf(exponent, digitBits).forEach((digit, i) => {
      if (digit === 0) return;
      const step = digit > 0 ? this.step(i) : inverse(this.step(i));
      const size = Math.abs(digit);
      buckets[size] = plus(buckets[size] ?? nothing, step);
    });
    let [running, sum] = [nothing, nothing];
    for (let size = largestDigit; size > 0; --size) {
      const bucket = buckets[size];
      if (bucket) running = add(running, bucket);
      if (running !== nothing) sum = add(sum, running);
    }
    return sum;
  }

  get isInSubgroup(): boolean {
    return isNothing(this.power(order));
  }
}

const tableBits = 8;
const tableDigits = 33;
const tableHalf = 2 ** (tableBits - 1);

/** A point of which many powers are needed: generator, election's key. */
export class Table {
  private readonly rows: Addend[][] = [];

  constructor(point: Extended) {
    let first = point;
    for (let row = 0; row < tableDigits; ++row) {
      const multiples = [first];
      const step = addendOf(first);
      while (multiples.length < tableHalf) multiples.push(plus(multiples[multiples.length - 1] ?? first, step));
      this.rows.push(affine(multiples).map(addendOf));
      first = doubled(multiples[tableHalf - 1] ?? first);
    }
  }

  power(exponent: bigint): Extended {
    let sum = nothing;
    digitsOf(exponent, tableBits).forEach((digit, row) => {
      const multiple = this.rows[row]?.[Math.abs(digit) - 1];
      if (multiple) sum = plus(sum, digit > 0 ? multiple : inverse(multiple));
    });
    return sum;
  }
}

let generatorTable: Table | undefined;
/** Made when it is first needed. */
export const generatorPowers = () => (generatorTable ??= new Table(base));

function invert(value: bigint): bigint {
  let [a, b, u, v] = [((value % p) + p) % p, p, 1n, 0n];
  while (a > 0n) {
    const quotient = b / a;
    [a, b, u, v] = [b % a, a, v - quotient * u, u];
  }
  return ((v % p) + p) % p;
}

/** The same points with Z = 1, by one inversion for all of them. */
function affine(points: Extended[]): Extended[] {
  const products: bigint[] = [];
  let product = 1n;
  for (const { z } of points) {
    products.push(product);
    product = (product * z) % p;
  }
  let rest = invert(product);
  const out = new Array<Extended>(points.length);
  for (let i = points.length - 1; i >= 0; --i) {
    const point = points[i] ?? nothing;
    const one = (rest * (products[i] ?? 1n)) % p;
    rest = (rest * point.z) % p;
    const [x, y] = [(((point.x * one) % p) + p) % p, (((point.y * one) % p) + p) % p];
    out[i] = { x, y, z: 1n, t: (x * y) % p };
  }
  return out;
}

/** As Belenios writes them (group.ts). */
export const allWritten = (points: Extended[]): string[] =>
  affine(points).map(({ x, y }) => (((x & 1n) << 255n) | y).toString(16).padStart(64, '0'));

/** Nothing for whatever is not the one way to write a point of the curve; whether it is in the subgroup is another question. */
export function decoded(text: string): Extended | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  try {
    const point = Point.fromBytes(hexToBytes(text).reverse());
    return { x: point.X, y: point.Y, z: point.Z, t: point.T };
  } catch {
    return undefined;
  }
}
