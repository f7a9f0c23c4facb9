// Addresses and networks of IP as numbers. One of IPv4 is as IPv6 maps it (RFC 4291, section 2.5.5.2), so that both kinds compare alike.
export interface Network {
  begin: bigint;
  /** Of the prefix, of 128 bits. */
  length: number;
}

const allBits = 128;
const mappedBits = 96;
const mapped = 0xffffn << 32n;

/** An address alone, or with the length of a network's prefix; nothing where it is none. */
export function networkOf(text: string): Network | undefined {
  const [address = '', digits, ...more] = text.split('/');
  const begin = addressOf(address);
  if (begin === undefined || more.length > 0) return undefined;
  if (digits === undefined) return { begin, length: allBits };
  const most = address.includes(':') ? allBits : allBits - mappedBits;
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > most) return undefined;
  return { begin, length: allBits - most + Number(digits) };
}

/** What all addresses of a network begin with. */
export const prefixOf = (begin: bigint, length: number) => begin >> BigInt(allBits - length);

function addressOf(text: string): bigint | undefined {
  if (!text.includes(':')) {
    const four = ipv4(text);
    return four === undefined ? undefined : mapped | four;
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, at) => partsOf(half, at === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return all.reduce((sum, part) => (sum << 16n) | part, 0n);
}

/** Of an address of IPv6, what stands at one side of its `::`; its end may be written as IPv4. */
function partsOf(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') return [];
  const parts: bigint[] = [];
  const pieces = text.split(':');
  for (const [at, piece] of pieces.entries()) {
    const four = isEnd && at === pieces.length - 1 ? ipv4(piece) : undefined;
    if (four !== undefined) parts.push(four >> 16n, four & 0xffffn);
    else if (/^[\da-f]{1,4}$/i.test(piece)) parts.push(BigInt(`0x${piece}`));
    else return undefined;
  }
  return parts;
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  const isByte = (part: string) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256;
  if (parts.length !== 4 || !parts.every(isByte)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}
