import { ed25519 } from '@noble/curves/ed25519.js';
import { afterEach, expect, it, vi } from 'vitest';

import { holdsByLibrary, holdsUnder } from './ed25519';

const { secretKey, publicKey } = ed25519.keygen();
const message = Uint8Array.of(1, 2, 3);
const signature = ed25519.sign(message, secretKey);
const changed = signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
const ways = [
  ['the browser', holdsUnder],
  ['the library', holdsByLibrary],
] as const;
afterEach(() => vi.restoreAllMocks());

it.each(ways)(
  '%s says that a signature holds, and that of another text, key or signer it does not',
  async (_, holds) => {
    expect(await holds(publicKey, signature, message)).toBe(true);
    expect(await holds(publicKey, changed, message)).toBe(false);
    expect(await holds(publicKey, signature, Uint8Array.of(1, 2))).toBe(false);
    expect(await holds(ed25519.keygen().publicKey, signature, message)).toBe(false);
    expect(await holds(publicKey.slice(1), signature, message).catch(() => false)).toBe(false);
  },
);
it('a browser that knows no Ed25519 has the library say it', async () => {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
  expect(await holdsUnder(publicKey, signature, message)).toBe(true);
  expect(await holdsUnder(publicKey, changed, message)).toBe(false);
});
it('nobody asks the library where the browser can say it', async () => {
  const asked = vi.spyOn(crypto.subtle, 'verify');
  expect(await holdsUnder(publicKey, signature, message)).toBe(true);
  expect(asked).toHaveBeenCalledOnce();
});
