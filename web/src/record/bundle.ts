// Entries of the log as C2SP tlog-tiles serves them: 256 at a time, each with its length before it in two bytes.
import { base } from '../api/client';

const width = 256;

/** Those from `at` to the end of their bundle, in a log of `size`; nothing where the server has not as many. */
export async function entriesFrom(at: number, size: number): Promise<string[] | undefined> {
  const index = Math.floor(at / width);
  const count = Math.min(width, size - index * width);
  const path = pathOf(index) + (count === width ? '' : `.p/${count}`);
  const response = await fetch(`${base}/log/tile/entries/${path}`);
  if (!response.ok) return undefined;
  const entries = split(new Uint8Array(await response.arrayBuffer()));
  return entries?.length === count ? entries.slice(at - index * width) : undefined;
}

/** Groups of three digits, all but the last with an x before it: 1234067 is x001/x234/067. */
function pathOf(index: number): string {
  const last = String(index % 1000).padStart(3, '0');
  const groups: string[] = [];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}/`);
  return groups.join('') + last;
}

function split(bundle: Uint8Array): string[] | undefined {
  const entries: string[] = [];
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 <= bundle.length ? at + 2 + view.getUint16(at) : Infinity;
    if (end > bundle.length) return undefined;
    entries.push(new TextDecoder().decode(bundle.subarray(at + 2, end)));
    at = end;
  }
  return entries;
}
