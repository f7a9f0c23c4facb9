// Reads a Belenios archive (specification 3.0, section 4.4): an old-style tar of data and events, each named by the SHA-256 of its bytes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { having } from './parse';
import { asIs, must } from './spec';

interface ArchiveRecord {
  isEvent: boolean;
  /** In hexadecimal; it fits the text. */
  hash: string;
  text: string;
}

const block = 512;
const largestFile = 64 * 1024 * 1024;

interface File {
  name: string;
  bytes: Uint8Array;
}

const plain = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text up to a zero. */
const field = (header: Uint8Array, at: number, length: number) =>
  plain.decode(header.subarray(at, at + length)).split('\0', 1)[0] ?? '';

function octal(text: string): number {
  must(/^ *[0-7]+ *$/.test(text), 'a tar header is damaged');
  return parseInt(text.trim(), 8);
}

function checkSum(header: Uint8Array) {
  let sum = 0;
  header.forEach((byte, i) => (sum += i >= 148 && i < 156 ? 32 : byte));
  must(sum === octal(field(header, 148, 8)), "a tar header's checksum does not fit");
}

function* files(bytes: Uint8Array): Generator<File> {
  for (let at = 0; at < bytes.length;) {
    const header = bytes.subarray(at, at + block);
    must(header.length === block, 'the archive is cut off');
    if (header.every((byte) => byte === 0)) return; // tar's own end
    checkSum(header);
    const name = field(header, 0, 100);
    const size = octal(field(header, 124, 12));
    must(size <= largestFile, `the file ${name} is too large`);
    const padded = Math.ceil(size / block) * block;
    const body = bytes.subarray(at + block, at + block + padded);
    must(body.length === padded, 'the archive is cut off');
    must(
      body.subarray(size).every((byte) => byte === 0),
      `something is hidden behind the file ${name}`,
    );
    yield { name, bytes: body.subarray(0, size) };
    at += block + padded;
  }
}

function textOf({ name, bytes }: File): string {
  try {
    return utf8.decode(bytes);
  } catch {
    must(false, `the file ${name} is no text`);
  }
}

const isHeader = having<{ version: number }>({ version: (value): value is number => value === 1 });

/** The records in their order. Throws Unsound. */
export function* readArchive(bytes: Uint8Array): Generator<ArchiveRecord> {
  let isFirst = true;
  for (const file of files(bytes)) {
    if (isFirst) {
      must(file.name === 'BELENIOS', 'this is no Belenios archive');
      asIs(textOf(file), isHeader, "the archive's header");
      isFirst = false;
      continue;
    }
    const [, hash = '', kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(file.name) ?? [];
    must(kind !== undefined, `the file ${file.name} does not belong into an archive`);
    must(bytesToHex(sha256(file.bytes)) === hash, `the file ${file.name} does not fit its name, which is its hash`);
    yield { isEvent: kind === 'event', hash, text: textOf(file) };
  }
  must(!isFirst, 'this is no Belenios archive');
}
