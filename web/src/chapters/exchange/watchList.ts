// What an organization watches for: as it is typed or pasted, and as it is kept. The same names compare the same in `ccop watch`
// (src/exchange/watch/list.cpp).
import type { Shape } from '../../ballot/parse';
import { having, isText, listOf } from '../../ballot/parse';
import { networkOf } from './networks';

export const watchKinds = ['networks', 'domains', 'mail', 'sectors'] as const;
export type WatchKind = (typeof watchKinds)[number];
export type WatchList = Record<WatchKind, string[]>;

export const isWatchList: Shape<WatchList> = having<WatchList>({
  networks: listOf(isText),
  domains: listOf(isText),
  mail: listOf(isText),
  sectors: listOf(isText),
});

export const emptyList: WatchList = { networks: [], domains: [], mail: [], sectors: [] };
export const sizeOf = (list: WatchList) => watchKinds.reduce((sum, kind) => sum + list[kind].length, 0);

/** As many bytes as there is room for at the host, once it is sealed. */
export const largestList = 180_000;
export const bytesOf = (list: WatchList) => new TextEncoder().encode(JSON.stringify(list)).length;

export interface Typed {
  entries: string[];
  /** What is none, as it was typed. */
  wrong: string[];
}

/** One a line, or between commas, semicolons and, where no name has any, blanks. */
export function typedAs(kind: WatchKind, text: string): Typed {
  const pieces = text.split(kind === 'sectors' ? /[\n;,]+/ : /[\s;,]+/).map((piece) => piece.trim());
  const read = pieces.filter(Boolean).map((piece) => ({ piece, entry: entryOf(kind, piece) }));
  return {
    entries: [...new Set(read.flatMap(({ entry }) => (entry === undefined ? [] : [entry])))],
    wrong: read.filter(({ entry }) => entry === undefined).map(({ piece }) => piece),
  };
}

function entryOf(kind: WatchKind, piece: string): string | undefined {
  if (kind === 'sectors') return canonicalSector(piece) === '' ? undefined : piece;
  const whole = mended(piece);
  if (kind === 'networks') return networkOf(whole) ? whole.toLowerCase() : undefined;
  const host = kind === 'mail' ? whole.slice(whole.lastIndexOf('@') + 1) : hostOf(whole);
  const name = host.replace(/^\*\./, '').replace(/\.$/, '');
  const canonical = canonicalHost(name);
  return canonical?.includes('.') && !networkOf(canonical) ? name.toLowerCase() : undefined;
}

/** Whole again, where its author broke it so that nobody clicks on it. */
const mended = (text: string) =>
  text
    .replaceAll(/[[({](\.|dot)[\])}]/gi, '.')
    .replaceAll(/[[({](@|at)[\])}]/gi, '@')
    .replaceAll(/\[(:|:\/\/|\/)\]/g, '$1')
    .replace(/^h(xx|\*\*)p/i, 'http');

/** Of a URL its host, without user, port and brackets; else the text. */
export function hostOf(text: string): string {
  const at = text.indexOf('://');
  if (at < 0) return text;
  const rest = text.slice(at + 3).replace(/[/?#\\].*$/s, '');
  const host = rest.slice(rest.lastIndexOf('@') + 1);
  return host.startsWith('[') ? host.slice(1).replace(/\].*$/s, '') : host.replace(/:.*$/s, '');
}

/** Names that mean the same host are the same: as DNS has them (UTS 46), without a dot at the end. */
export function canonicalHost(name: string): string | undefined {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  if (bare === '' || /[\s/@:%?#\\[\]<>^|]/.test(bare)) return undefined;
  if (/^[\x21-\x7e]+$/.test(bare) && !/xn--/i.test(bare)) return bare.toLowerCase();
  try {
    return new URL(`http://${bare}/`).hostname;
  } catch {
    return undefined;
  }
}

/** `Financial Services` and `financial-services` are one. */
export const canonicalSector = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}&.]+/u)
    .map((word) => word.replaceAll(/^[&.]+|[&.]+$/g, ''))
    .filter(Boolean)
    .join(' ');
