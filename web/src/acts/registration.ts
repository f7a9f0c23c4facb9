// Reads the public key of a new passkey on the device itself: one that the host read could be the host's own.
import { fromBase64, concat, toBase64url } from './bytes';
import { RefusedHere } from './problems';

/** What the record keeps of a passkey's key. */
export interface PublicKey {
  /** COSE's number of the algorithm. */
  algorithm: number;
  /** ES256: x and y, 64 bytes. EdDSA: 32 bytes. RS256: the modulus and the exponent, 256 and 3 bytes. */
  public_key: string;
}

/** The ones that the record takes, the most wanted first. */
export const algorithms = [-7, -8, -257];

/** Of a SubjectPublicKeyInfo, which browsers give for the algorithms that they know. */
export async function publicKeyOf(algorithm: number, spki: ArrayBuffer | null): Promise<PublicKey> {
  const read = readers.get(algorithm);
  if (read === undefined || spki === null) throw notUsable();
  const bytes = await read(new Uint8Array(spki)).catch((error: unknown) => {
    throw notUsable(error);
  });
  return { algorithm, public_key: toBase64url(bytes) };
}

const notUsable = (cause?: unknown) => new RefusedHere('passkey-not-usable', cause);

type Reader = (spki: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

const readers = new Map<number, Reader>([
  [
    -7,
    async (spki) => {
      const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
      return new Uint8Array(await crypto.subtle.exportKey('raw', key)).slice(1);
    },
  ],
  // Not every WebCrypto knows Ed25519; but then its SubjectPublicKeyInfo has one form only (RFC 8410, section 4).
  [
    -8,
    (spki) => {
      const head = fromBase64('MCowBQYDK2VwAyEA');
      const isOne = spki.length === head.length + 32 && head.every((byte, i) => byte === spki[i]);
      return isOne ? Promise.resolve(spki.slice(head.length)) : Promise.reject(new Error('no key of Ed25519'));
    },
  ],
  [
    -257,
    async (spki) => {
      const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
      const { n = '', e = '' } = await crypto.subtle.exportKey(
        'jwk',
        await crypto.subtle.importKey('spki', spki, rsa, true, ['verify']),
      );
      const [modulus, exponent] = [fromBase64(n), fromBase64(e)];
      if (modulus.length !== 256 || exponent.length !== 3) throw new Error('an RSA key of another size');
      return concat(modulus, exponent);
    },
  ],
]);
