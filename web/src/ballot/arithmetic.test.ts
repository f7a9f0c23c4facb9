// Proofs' arithmetic: what WebAssembly computes is what the script computes, and both what others published.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha512 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';

import type { Arithmetic, Branch } from './arithmetic';
import { byScript } from './byScript';
import { byWasm } from './byWasm';
import { mod, order, Point, powerOfGenerator, randomScalar, wideNumber, written } from './group';

const module = new WebAssembly.Module(readFileSync(resolve(import.meta.dirname, 'proofs.wasm')));
const aPoint = () => written(powerOfGenerator(randomScalar()));
const key = aPoint();
const script = byScript(key);
const wasm = byWasm(module)(key);
const both: [string, Arithmetic][] = [
  ['by script', script],
  ['in WebAssembly', wasm],
];

/** As RFC 8032 writes points: the lowest byte first. */
const turned = (text: string) => (text.match(/../g) ?? []).reverse().join('');

/** RFC 8032, section 7.1, tests 1 to 3: public key, message, R, S. */
const signatures = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155',
    '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da',
    '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac',
    '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

/** All points of small order ("Taming the Many EdDSAs", table 5), as RFC 8032 writes them; the first is nothing itself. */
const [nothing = '', ...smallOrders] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
].map(turned);

/** Texts that are no way to write a point: not below p, a sign of 0, not on the curve, no text of a point. */
const unwritten = [
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '0200000000000000000000000000000000000000000000000000000000000000',
].map(turned);

const numbers = () => ({ challenge: randomScalar(), response: randomScalar() });

describe.each(both)('%s', (_, arithmetic) => {
  it.each(signatures)('a signature of RFC 8032 gives its R: %s', (publicKey, message, r, s) => {
    const hashed = sha512(hexToBytes(r + publicKey + message));
    const response = BigInt(`0x${turned(s)}`);
    expect(arithmetic.knowledge(turned(publicKey), { challenge: mod(-wideNumber(hashed)), response })).toBe(turned(r));
  });

  const refused = (text: string) => {
    const good = aPoint();
    const branch = { about: 0, value: 0, ...numbers() };
    const answers = [
      { alpha: text, beta: good },
      { alpha: good, beta: text },
    ].map((one) => arithmetic.answer({ ciphertexts: [one], summedFrom: 0, branches: [branch, branch] }));
    const places = ['key', 'alpha', 'factor'].map((place) =>
      arithmetic.decryption({ key: good, alpha: good, factor: good, ...numbers(), [place]: text }),
    );
    return [arithmetic.knowledge(text, numbers()), ...answers, ...places].map((given) => given === undefined);
  };
  it.each(smallOrders)('a point of small order is not of the group: %s', (text) => {
    expect(refused(text)).not.toContain(false);
  });
  it.each(smallOrders)('nor is a point of the group with it beside: %s', (text) => {
    const small = Point.fromBytes(hexToBytes(turned(text)));
    expect(refused(written(powerOfGenerator(randomScalar()).add(small)))).not.toContain(false);
  });
  it.each(unwritten)('what is no way to write a point is refused: %s', (text) => {
    expect(refused(text)).not.toContain(false);
  });
  it.each(['', 'f', aPoint().toUpperCase(), aPoint().slice(1), `${aPoint()}0`, `0x${aPoint().slice(2)}`])(
    'what is no text of a point is refused: %s',
    (text) => {
      expect(refused(text)).not.toContain(false);
    },
  );
  it('nothing at all is of the group', () => {
    expect(arithmetic.knowledge(nothing, { challenge: 5n, response: 0n })).toBe(nothing);
  });
});

describe('WebAssembly computes what the script computes', () => {
  const same = (asked: Parameters<Arithmetic['answer']>[0]) => {
    const computed = wasm.answer(asked);
    expect(computed).toBeDefined();
    expect(computed).toEqual(script.answer(asked));
  };
  const ciphertext = () => ({ alpha: aPoint(), beta: aPoint() });
  const edges = [0n, 1n, 2n, 8n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 252n, order - 1n];

  it.each([1, 3])('of an answer with %s ciphertexts and their sum, whatever order the proofs are in', (count) => {
    const ciphertexts = Array.from({ length: count }, ciphertext);
    const abouts = [...ciphertexts.keys(), 'sum' as const];
    const branches = [0, 1, 2].flatMap((value) => abouts.map((about): Branch => ({ about, value, ...numbers() })));
    for (const summedFrom of [0, 1]) same({ ciphertexts, summedFrom, branches });
  });
  it('of exponents at the edges', () => {
    const branches = edges.map((challenge, i): Branch => {
      const response = edges[(i + 3) % edges.length] ?? 0n;
      return { about: i % 2 === 0 ? 0 : 'sum', value: i, challenge, response };
    });
    same({ ciphertexts: [ciphertext()], summedFrom: 0, branches });
  });
  it('of points that are the generator, nothing, and one another', () => {
    const [g, one] = [written(powerOfGenerator(1n)), ciphertext()];
    const ciphertexts = [
      { alpha: g, beta: nothing },
      one,
      one,
      { alpha: written(powerOfGenerator(order - 1n)), beta: g },
    ];
    const branches = [0, 1, 2, 3, 'sum' as const].map((about): Branch => ({ about, value: 1, ...numbers() }));
    same({ ciphertexts, summedFrom: 0, branches });
    same({ ciphertexts: [{ alpha: nothing, beta: nothing }], summedFrom: 1, branches: [] });
  });
  it('of decryptions', () => {
    const asked = { key: aPoint(), alpha: aPoint(), factor: aPoint(), ...numbers() };
    expect(wasm.decryption(asked)).toEqual(script.decryption(asked));
  });
  it('of many answers, one after the other', () => {
    for (const count of [40, 1, 7]) {
      const ciphertexts = Array.from({ length: count }, ciphertext);
      const branches = [{ about: 'sum' as const, value: 0, ...numbers() }];
      same({ ciphertexts, summedFrom: 0, branches });
    }
  });
  it('and takes no key that is no point', () => {
    for (const text of ['', ...unwritten]) expect(() => byWasm(module)(text), text).toThrow('no point');
  });
});
