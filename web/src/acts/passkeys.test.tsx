import { createHash, generateKeyPairSync } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createPasskey, sign } from './passkeys';
import { NoPasskey } from './problems';

const asked = {
  person: 1,
  name: 'Ada',
  relyingParty: 'localhost',
  community: 'Harbour',
  slug: 'ccop',
  known: [],
};
const get = vi.fn<() => Promise<Credential | null>>();
const create = vi.fn<() => Promise<Credential | null>>();
const reason = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', vi.fn());
  Object.defineProperty(navigator, 'credentials', { value: { get, create }, configurable: true });
});
afterEach(() => {
  vi.stubGlobal('PublicKeyCredential', undefined);
  get.mockReset();
  create.mockReset();
});

describe('asking for a passkey', () => {
  it.each(['NotAllowedError', 'AbortError', 'NotSupportedError', 'UnknownError'])(
    'that ends with %s is a refusal, which keeps its cause',
    async (name) => {
      const cause = new DOMException('no', name);
      get.mockRejectedValue(cause);
      const error = await reason(sign('x', []));
      expect(error).toBeInstanceOf(NoPasskey);
      expect(error).toMatchObject({ key: 'no-passkey-given', cause });
    },
  );
  it('that gives nothing, or something else, is a refusal', async () => {
    get.mockResolvedValue(null);
    expect(await reason(sign('x', []))).toMatchObject({ key: 'no-passkey-given' });
  });
  it('that the device has already has a sentence of its own', async () => {
    create.mockRejectedValue(new DOMException('there', 'InvalidStateError'));
    expect(await reason(createPasskey(asked))).toMatchObject({ key: 'passkey-is-here-already' });
  });
  it('that was asked wrongly is a mistake of the page, and stays what it was', async () => {
    for (const mistake of [new DOMException('another site', 'SecurityError'), new TypeError('not a buffer')]) {
      get.mockRejectedValue(mistake);
      expect(await reason(sign('x', []))).toBe(mistake);
    }
    expect(await reason(sign('x', ['not base64!']))).not.toBeInstanceOf(NoPasskey);
  });
  it('where the browser knows none says so', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(await reason(sign('x', []))).toMatchObject({ key: 'no-passkeys-here' });
  });
});

describe('what a passkey is given to sign', () => {
  const challengeOf = (what: { challenge: BufferSource } | undefined) => Buffer.from(what?.challenge as Uint8Array);
  it('is the hash of the message', async () => {
    get.mockResolvedValue(null);
    await reason(sign('ccop act v2\nkey\n{}', ['AQID']));
    const [options] = get.mock.calls[0] as unknown as [CredentialRequestOptions];
    expect(challengeOf(options.publicKey)).toEqual(createHash('sha256').update('ccop act v2\nkey\n{}').digest());
    expect(options.publicKey?.allowCredentials).toEqual([{ type: 'public-key', id: Uint8Array.of(1, 2, 3) }]);
  });
  it('is nothing of the server’s when one is made, and its key is read here', async () => {
    class Made {
      rawId = Uint8Array.of(1, 2, 3).buffer;
      response = {
        getPublicKeyAlgorithm: () => -8,
        getPublicKey: () => {
          const { publicKey } = generateKeyPairSync('ed25519');
          return new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })).buffer;
        },
      };
    }
    vi.stubGlobal('PublicKeyCredential', Made);
    create.mockResolvedValue(new Made() as unknown as Credential);
    const first = await createPasskey(asked);
    await createPasskey(asked);
    expect(first).toMatchObject({ credential: 'AQID', algorithm: -8, relying_party: 'localhost' });
    expect(first.public_key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const challenges = (create.mock.calls as unknown as [CredentialCreationOptions][]).map(([{ publicKey }]) =>
      challengeOf(publicKey).toString('hex'),
    );
    expect(challenges[0]).toHaveLength(64);
    expect(challenges[0]).not.toBe(challenges[1]);
  });
});
