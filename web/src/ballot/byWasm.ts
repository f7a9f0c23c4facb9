// The arithmetic of proofs in WebAssembly: proofs.wasm, of which web/wasm/proofs.cpp says what each function does. Points and numbers are
// written into its memory, 32 bytes each, the lowest first, and what it computed is read from there.
import type { AnswerAsked, Arithmetic, Branch, DecryptionAsked, Numbers } from './arithmetic';
import { generator, order, Point, written } from './group';
import type { Extended } from './multi';

interface Exports {
  memory: WebAssembly.Memory;
  input: () => number;
  output: () => number;
  set_key: () => number;
  begin: (points: number, results: number) => number;
  read: () => number;
  add_up: (first: number, end: number) => void;
  take: (point: number) => void;
  is_in_subgroup: () => number;
  multiply: () => void;
  join: () => void;
  tell: (point: number) => void;
  write: () => void;
  write_x: (count: number) => void;
}

const size = 32;
const { p } = Point.CURVE();
const isEncoded = (text: string) => /^[0-9a-f]{64}$/.test(text);
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const pointOf = (x: bigint, y: bigint): Extended => ({ x, y, z: 1n, t: (x * y) % p });
/** y, as it stands below the sign of x. */
const yOf = (text: string) => BigInt.asUintN(255, BigInt(`0x${text}`));

class ByWasm implements Arithmetic {
  private readonly wasm: Exports;
  private readonly input: number;

  constructor(module: WebAssembly.Module, key: string) {
    this.wasm = new WebAssembly.Instance(module).exports as unknown as Exports;
    this.input = this.wasm.input();
    this.putPoint(key);
    if (!isEncoded(key) || !this.wasm.set_key()) throw new Error('the key is no point');
  }

  answer({ ciphertexts, summedFrom, branches }: AnswerAsked) {
    const { wasm } = this;
    const count = ciphertexts.length;
    this.begin(2 * count + 2, 2 * branches.length + 2);
    for (const { alpha, beta } of ciphertexts) if (!this.read(alpha) || !this.read(beta)) return undefined;
    wasm.add_up(2 * summedFrom, 2 * count);
    wasm.add_up(2 * summedFrom + 1, 2 * count);
    const places = new Map<Branch, number>();
    let next = 0;
    for (let about = 0; about <= count; ++about) {
      const its = branches.filter((branch) => branch.about === (about === count ? 'sum' : about));
      for (const half of [0, 1]) {
        wasm.take(2 * about + half);
        if (about < count && !wasm.is_in_subgroup()) return undefined;
        for (const branch of its) this.commit(branch, half);
      }
      for (const [i, branch] of its.entries()) places.set(branch, next + i);
      next += 2 * its.length;
    }
    wasm.tell(2 * count);
    wasm.tell(2 * count + 1);
    const texts = this.written(next + 2);
    const at = (i: number) => texts[i] ?? '';
    const commitments = branches.map((branch) => {
      const place = places.get(branch) ?? 0;
      return { alpha: at(place), beta: at(place + branches.filter(({ about }) => about === branch.about).length) };
    });
    const xs = this.coordinates(2 * count);
    const open = ciphertexts.map(({ alpha, beta }, i) => ({
      alpha: pointOf(xs[2 * i] ?? 0n, yOf(alpha)),
      beta: pointOf(xs[2 * i + 1] ?? 0n, yOf(beta)),
    }));
    return { open, sum: { alpha: at(next), beta: at(next + 1) }, commitments };
  }

  /** The next result, of alpha (0) or beta (1). */
  private commit({ challenge, response, value }: Branch, half: number) {
    if (half === 0) this.multiply(challenge, response, 0n);
    else this.multiply(challenge, (order - ((challenge * BigInt(value)) % order)) % order, response);
  }

  decryption({ key, alpha, factor, challenge, response }: DecryptionAsked) {
    const { wasm } = this;
    this.begin(3, 3);
    if (![key, alpha, factor].every((text) => this.read(text))) return undefined;
    const exponents = [
      [challenge, response],
      [response, 0n],
      [challenge, 0n],
    ] as const;
    for (const [point, [ofPoint, ofGenerator]] of exponents.entries()) {
      wasm.take(point);
      if (!wasm.is_in_subgroup()) return undefined;
      this.multiply(ofPoint, ofGenerator, 0n);
    }
    wasm.join();
    const commitments = this.written(2);
    return { factor: pointOf(this.coordinates(3)[2] ?? 0n, yOf(factor)), commitments };
  }

  knowledge(key: string, { challenge, response }: Numbers) {
    this.begin(1, 1);
    if (!this.read(key)) return undefined;
    this.wasm.take(0);
    if (!this.wasm.is_in_subgroup()) return undefined;
    this.multiply(challenge, response, 0n);
    return this.written(1)[0];
  }

  private begin(points: number, results: number) {
    if (!this.wasm.begin(points, results)) throw new Error('the browser gives no more memory');
  }

  private read(text: string): boolean {
    if (!isEncoded(text)) return false;
    this.putPoint(text);
    return this.wasm.read() !== 0;
  }

  private putPoint(text: string) {
    const bytes = new Uint8Array(this.wasm.memory.buffer, this.input, size);
    for (let i = 0; i < size; ++i) bytes[size - 1 - i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }

  /** Of the base that was taken, the generator and the election's key. */
  private multiply(...exponents: [bigint, bigint, bigint]) {
    const view = new DataView(this.wasm.memory.buffer, this.input, exponents.length * size);
    for (const [i, exponent] of exponents.entries())
      for (let word = 0; word < size; word += 8)
        view.setBigUint64(i * size + word, BigInt.asUintN(64, exponent >> BigInt(8 * word)), true);
    this.wasm.multiply();
  }

  private written(count: number): string[] {
    this.wasm.write();
    const bytes = new Uint8Array(this.wasm.memory.buffer, this.wasm.output(), count * size);
    return Array.from({ length: count }, (_, i) => {
      let text = '';
      for (let at = (i + 1) * size - 1; at >= i * size; --at) text += hex[bytes[at] ?? 0] ?? '';
      return text;
    });
  }

  /** x of the first points that were read. */
  private coordinates(count: number): bigint[] {
    this.wasm.write_x(count);
    const view = new DataView(this.wasm.memory.buffer, this.wasm.output(), count * size);
    return Array.from({ length: count }, (_, i) => {
      let x = 0n;
      for (let at = (i + 1) * size - 8; at >= i * size; at -= 8) x = (x << 64n) | view.getBigUint64(at, true);
      return x;
    });
  }
}

/** Each gets memory of its own. Throws where the browser refuses to run it. */
export const byWasm =
  (module: WebAssembly.Module) =>
  (key = written(generator)): Arithmetic =>
    new ByWasm(module, key);
