// The checkpoint of a record: a note that its log signed (C2SP signed-note and tlog-checkpoint, Ed25519).
import { fromBase64, utf8 } from '../acts/bytes';
import { holdsUnder } from './ed25519';
import type { Tree } from './tree';

export interface Checkpoint extends Tree {
  origin: string;
}

/** The checkpoint of a note that carries a valid signature of `key` (name+hash+base64); nothing otherwise. */
export async function openNote(note: string, key: string): Promise<Checkpoint | undefined> {
  const gap = note.lastIndexOf('\n\n');
  const verifier = keyOf(key);
  if (gap < 0 || verifier === undefined) return undefined;
  const { name, bytes: keyBytes } = verifier;
  const body = note.slice(0, gap + 1);
  const [origin = '', size = '', rootText = ''] = body.split('\n');
  const root = bytesOf(rootText);
  if (origin === '' || origin !== name || !isSize(size) || root?.length !== 32) return undefined;
  const prefix = `\u2014 ${name} `;
  const lines = note.slice(gap + 2).split('\n');
  for (const line of lines.filter((line) => line.startsWith(prefix)))
    if (await holds(bytesOf(line.slice(prefix.length)), body, keyBytes)) return { origin, size: Number(size), root };
  return undefined;
}

/** Of a verifier key (name+hash+base64); nothing where it is no Ed25519 key. */
export function keyOf(key: string): { name: string; bytes: Uint8Array } | undefined {
  const [name = '', , ...encoded] = key.split('+');
  const bytes = bytesOf(encoded.join('+'));
  return bytes?.length === 33 && bytes[0] === 1 ? { name, bytes: bytes.slice(1) } : undefined;
}

/** Four bytes that hint at the key go before the signature. */
const holds = async (signature: Uint8Array | undefined, body: string, key: Uint8Array) =>
  signature?.length === 68 && (await holdsUnder(key, signature.slice(4), utf8(body)));

/** A number that is written in one way, and that this page can count to. */
const isSize = (text: string) => /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}
