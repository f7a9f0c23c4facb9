import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createPasskey, sign } from './passkeys';
import { NoPasskey } from './problems';

const asked = {
  person: 1,
  name: 'Ada',
  challenge: 'AA',
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
});

describe('asking for a passkey', () => {
  it.each(['NotAllowedError', 'AbortError', 'NotSupportedError', 'UnknownError'])(
    'that ends with %s is a refusal, which keeps its cause',
    async (name) => {
      const cause = new DOMException('no', name);
      get.mockRejectedValue(cause);
      const error = await reason(sign('{}', []));
      expect(error).toBeInstanceOf(NoPasskey);
      expect(error).toMatchObject({ key: 'no-passkey-given', cause });
    },
  );
  it('that gives nothing, or something else, is a refusal', async () => {
    get.mockResolvedValue(null);
    expect(await reason(sign('{}', []))).toMatchObject({ key: 'no-passkey-given' });
  });
  it('that the device has already has a sentence of its own', async () => {
    create.mockRejectedValue(new DOMException('there', 'InvalidStateError'));
    expect(await reason(createPasskey(asked))).toMatchObject({ key: 'passkey-is-here-already' });
  });
  it('that was asked wrongly is a mistake of the page, and stays what it was', async () => {
    for (const mistake of [new DOMException('another site', 'SecurityError'), new TypeError('not a buffer')]) {
      get.mockRejectedValue(mistake);
      expect(await reason(sign('{}', []))).toBe(mistake);
    }
    expect(await reason(sign('{}', ['not base64!']))).not.toBeInstanceOf(NoPasskey);
  });
  it('where the browser knows none says so', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(await reason(sign('{}', []))).toMatchObject({ key: 'no-passkeys-here' });
  });
});
