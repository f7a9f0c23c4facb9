// An archive taken apart and put together again with other bytes: every hash that follows is made anew, so that what a test changed is
// found by the proofs, not by the hashes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface File {
  name: string;
  bytes: string;
}

const hashOf = (bytes: string) => createHash('sha256').update(bytes, 'latin1').digest('hex');

function packed({ name, bytes }: File): string {
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  const head = name.padEnd(100, '\0') + `${octal(0o644, 7)}\0`.padEnd(24, '\0') + `${octal(bytes.length, 11)}\0`;
  const before = head + `${octal(0, 11)}\0`;
  const after = '0'.padEnd(512 - before.length - 8, '\0');
  let sum = 8 * 32;
  for (const byte of Buffer.from(before + after, 'latin1')) sum += byte;
  return `${before}${octal(sum, 6)}\0 ${after}${bytes.padEnd(Math.ceil(bytes.length / 512) * 512, '\0')}`;
}

export class RewrittenArchive {
  files: File[] = [];

  static of(path: string): RewrittenArchive {
    const tar = readFileSync(path, 'latin1');
    const archive = new RewrittenArchive();
    for (let at = 0; at + 512 <= tar.length;) {
      const size = parseInt(tar.slice(at + 124, at + 135), 8);
      const [name = ''] = tar.slice(at, at + 100).split('\0');
      archive.files.push({ name, bytes: tar.slice(at + 512, at + 512 + size) });
      at += 512 + Math.ceil(size / 512) * 512;
    }
    return archive;
  }

  copy(): RewrittenArchive {
    const other = new RewrittenArchive();
    other.files = this.files.map((file) => ({ ...file }));
    return other;
  }

  /** With every name and every reference fitting its bytes. */
  consistent(): Uint8Array {
    const renamed = new Map<string, string>();
    const tar = this.files.map(({ name, bytes }) => {
      const now = bytes.replace(/[0-9a-f]{64}/g, (hash) => renamed.get(hash) ?? hash);
      if (name === 'BELENIOS') return packed({ name, bytes: now });
      const hash = hashOf(now);
      renamed.set(name.slice(0, 64), hash);
      return packed({ name: hash + name.slice(64), bytes: now });
    });
    return new Uint8Array(Buffer.from(tar.join(''), 'latin1'));
  }
  /** With the names as they were. */
  asNamed(): Uint8Array {
    return new Uint8Array(Buffer.from(this.files.map(packed).join(''), 'latin1'));
  }

  /** The first file at or after `from` whose bytes begin so. */
  find(beginning: string, from = 0): number {
    const found = this.files.findIndex(({ bytes }, i) => i >= from && bytes.startsWith(beginning));
    if (found < 0) throw new Error(`no file begins with ${beginning}`);
    return found;
  }
  at(i: number): File {
    const file = this.files[i];
    if (!file) throw new Error(`there is no file ${i}`);
    return file;
  }
}
