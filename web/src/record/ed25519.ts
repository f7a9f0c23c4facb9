// Whether an Ed25519 signature holds. Browsers that can say so are asked; for others a library is loaded.
const algorithm = { name: 'Ed25519' };
type Bytes = Uint8Array<ArrayBuffer>;

export async function holdsUnder(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    const verifier = await crypto.subtle.importKey('raw', key as Bytes, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, verifier, signature as Bytes, message as Bytes);
  } catch {
    // It knows no such signatures, or can't read the key: the library says no to such a key, too.
    return holdsByLibrary(key, signature, message);
  }
}

export async function holdsByLibrary(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return ed25519.verify(signature, message, key, { zip215: false });
}
