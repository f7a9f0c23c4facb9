// Cosignatures of witnesses on a checkpoint (C2SP tlog-cosignature, Ed25519 `cosignature/v1`).
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, fromBase64, utf8 } from '../acts/bytes';

/** As the charter names a witness: who it is, and the verifier key (name+id+base64, type 0x04). */
interface Witness {
  name: string;
  key: string;
}

export interface Cosignature {
  name: string;
  at: Date;
}

const type = 4;
/** The end of the year 9999, in seconds. */
const latest = 253_402_300_799n;

/** Who of the witnesses cosigned the note; nothing where a cosignature under one's name and key does not hold, or a key can't be read. */
export function cosignaturesOn(note: string, witnesses: Witness[]): Cosignature[] | undefined {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return undefined;
  const body = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2).split('\n');
  const found: Cosignature[] = [];
  const seen = new Set<string>();
  for (const witness of witnesses) {
    const key = keyOf(witness.key);
    if (key === undefined || seen.has(key.encoded)) return undefined;
    seen.add(key.encoded);
    const times: number[] = [];
    for (const line of lines) {
      const signature = signatureIn(line, key);
      if (signature === undefined) continue;
      const at = timeOf(signature, body, key.bytes);
      if (at === undefined) return undefined;
      times.push(at);
    }
    if (times.length > 0) found.push({ name: witness.name, at: new Date(Math.max(...times)) });
  }
  return found;
}

interface Key {
  name: string;
  id: Uint8Array;
  bytes: Uint8Array;
  /** The public key, whatever its name: one that stands twice is no further witness. */
  encoded: string;
}

function keyOf(text: string): Key | undefined {
  const [name = '', id, ...encoded] = text.split('+');
  const bytes = bytesOf(encoded.join('+'));
  if (name === '' || bytes?.length !== 33 || bytes[0] !== type) return undefined;
  const hash = sha256(concat(utf8(`${name}\n`), bytes)).slice(0, 4);
  if (Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') !== id) return undefined;
  return { name, id: hash, bytes: bytes.slice(1), encoded: encoded.join('+') };
}

/** What stands behind the key's id, where this line is by the key of that name and id. */
function signatureIn(line: string, key: Key): Uint8Array | undefined {
  const prefix = `\u2014 ${key.name} `;
  const blob = line.startsWith(prefix) ? bytesOf(line.slice(prefix.length)) : undefined;
  return blob !== undefined && blob.length > 4 && key.id.every((byte, i) => blob[i] === byte)
    ? blob.slice(4)
    : undefined;
}

/** When, in milliseconds; nothing where it does not hold. */
function timeOf(signature: Uint8Array, body: string, key: Uint8Array): number | undefined {
  if (signature.length !== 72) return undefined;
  const second = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (second > latest) return undefined;
  const message = utf8(`cosignature/v1\ntime ${second}\n${body}`);
  return ed25519.verify(signature.slice(8), message, key) ? Number(second) * 1000 : undefined;
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}
