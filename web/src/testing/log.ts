// A log for tests, written another way than what it tests: trees by the recursive definitions (RFC 9162, sections 2.1.1 and 2.1.4.1),
// hashes and signatures by Node.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right);

/** The largest power of two below a number. */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

export function rootOf(entries: string[]): Buffer {
  const [only] = entries;
  if (only === undefined) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), Buffer.from(only));
  const k = split(entries.length);
  return node(rootOf(entries.slice(0, k)), rootOf(entries.slice(k)));
}

/** Roots of the perfect subtrees that these entries make up, the largest first. */
export function edgeOf(entries: string[]): Buffer[] {
  if (entries.length === 0) return [];
  const width = split(entries.length + 1);
  return [rootOf(entries.slice(0, width)), ...edgeOf(entries.slice(width))];
}

/** That `entries` continue the first `size` of them. */
export function proofFrom(size: number, entries: string[]): Buffer[] {
  return size === 0 || size === entries.length ? [] : subproof(size, entries, true);
}

function subproof(size: number, entries: string[], isWhole: boolean): Buffer[] {
  if (size === entries.length) return isWhole ? [] : [rootOf(entries)];
  const k = split(entries.length);
  return size <= k
    ? [...subproof(size, entries.slice(0, k), isWhole), rootOf(entries.slice(k))]
    : [...subproof(size - k, entries.slice(k), false), rootOf(entries.slice(0, k))];
}

/** That the entry at `index` is one of `entries` (section 2.1.3.1). */
export function pathTo(index: number, entries: string[]): Buffer[] {
  if (entries.length <= 1) return [];
  const k = split(entries.length);
  return index < k
    ? [...pathTo(index, entries.slice(0, k)), rootOf(entries.slice(k))]
    : [...pathTo(index - k, entries.slice(k)), rootOf(entries.slice(0, k))];
}

/** A key that signs a log, under the log's name. */
class Signer {
  private readonly keys = generateKeyPairSync('ed25519');
  readonly text: string;
  readonly hint: Buffer;

  constructor(name: string) {
    const typed = Buffer.concat([
      Buffer.of(1),
      this.keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    ]);
    this.hint = sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4);
    this.text = `${name}+${this.hint.toString('hex')}+${typed.toString('base64')}`;
  }
  sign(message: string): Buffer {
    return sign(null, Buffer.from(message), this.keys.privateKey);
  }
}

export class Log {
  private signer: Signer;
  /** The first one. */
  readonly key: string;
  private readonly changes: { change: { from: string; to: string; after: number }; signature: string }[] = [];

  constructor(
    public entries: string[] = ['founding'],
    private readonly name = 'localhost/c/ccop/log',
  ) {
    this.signer = new Signer(name);
    this.key = this.signer.text;
  }

  /** Another key signs from now on. */
  changeKey() {
    const next = new Signer(this.name);
    const after = this.entries.length;
    const change = { from: this.signer.text, to: next.text, after };
    // Canonical JSON: its members in this order.
    const content = `{"after":${after},"from":"${change.from}","to":"${change.to}"}`;
    const signature = this.signer.sign(`ccop log key v1\n${this.key}\n${content}`).toString('base64url');
    this.changes.push({ change, signature });
    this.entries.push('another key');
    this.signer = next;
  }

  get root(): string {
    return rootOf(this.entries).toString('base64url');
  }

  note(entries = this.entries): string {
    return this.signed(`${this.name}\n${entries.length}\n${rootOf(entries).toString('base64')}\n`);
  }

  signed(body: string): string {
    const signature = Buffer.concat([this.signer.hint, this.signer.sign(body)]);
    return `${body}\n\u2014 ${this.name} ${signature.toString('base64')}\n`;
  }

  /** The answer of `GET /api/log/head?from=`. */
  headFrom(from: number, entries = this.entries) {
    return {
      checkpoint: this.note(entries),
      consistency: from <= entries.length ? proofFrom(from, entries).map((hash) => hash.toString('base64url')) : [],
      log_key: this.key,
      key_changes: [...this.changes],
    };
  }
}

/** A witness for tests. */
export class WitnessKeys {
  private readonly keys = generateKeyPairSync('ed25519');
  private readonly hint: Buffer;
  readonly key: string;

  constructor(private readonly name: string) {
    const typed = Buffer.concat([
      Buffer.of(4),
      this.keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    ]);
    this.hint = sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4);
    this.key = `${name}+${this.hint.toString('hex')}+${typed.toString('base64')}`;
  }

  as(name: string) {
    return { name, key: this.key };
  }

  /** A line for the note, from what its log signed. */
  cosign(note: string, at: Date): string {
    const second = Math.floor(at.getTime() / 1000);
    const message = `cosignature/v1\ntime ${second}\n${note.slice(0, note.lastIndexOf('\n\n') + 1)}`;
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(second));
    const signature = sign(null, Buffer.from(message), this.keys.privateKey);
    return `\u2014 ${this.name} ${Buffer.concat([this.hint, time, signature]).toString('base64')}\n`;
  }
}
