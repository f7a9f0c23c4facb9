import { createHash, createPublicKey, verify } from 'node:crypto';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Log } from '../testing/log';
import { answersTo, asked, keepsRecord, No } from '../testing/server';
import { keyOfLink } from './links';
import { canonical } from './message';
import { sign } from './passkeys';
import { NoPasskey } from './problems';
import { forgetSessionKey, keptSessionKey } from './sessionKey';
import { signIn, signInByLink } from './signIn';

vi.mock('./passkeys', () => ({ sign: vi.fn() }));

interface Sent {
  statement: { algorithm: number; end: string; head: object; nonce: string; public_key: string };
  passkey?: object;
  link?: { key: string; signature: string };
}
const signature = { credential: 'k', authenticator_data: 'a', client_data: 'c', signature: 's' };
const nonce = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
const sent = () => asked.filter(({ what }) => what === 'POST /api/sign-in').map(({ body }) => body as Sent);
const signed = () => vi.mocked(sign).mock.calls.map(([message]) => message);
const statementOf = (message = '') => JSON.parse(message.split('\n')[2] ?? '') as Sent['statement'];
let log: Log;

beforeEach(async () => {
  vi.mocked(sign).mockReset().mockResolvedValue(signature);
  log = keepsRecord(new Log(['a', 'b']));
  answersTo('POST /api/challenge', { challenge: nonce });
  answersTo('POST /api/sign-in', { person: 7 });
  await forgetSessionKey();
});

describe('signing in', () => {
  it('has the passkey say, once, that a key of this device signs for a week', async () => {
    expect(await signIn()).toEqual({ person: 7 });
    const [message = ''] = signed();
    expect(signed()).toHaveLength(1);
    expect(vi.mocked(sign).mock.calls[0]?.[1]).toEqual([]);
    expect(message.split('\n').slice(0, 2)).toEqual(['ccop session key v1', log.key]);
    expect(sent()).toEqual([{ statement: statementOf(message), passkey: signature }]);
    const { end, public_key, ...rest } = statementOf(message);
    expect(rest).toEqual({ algorithm: -7, head: { size: 2, root: log.root }, nonce });
    expect(Buffer.from(public_key, 'base64url')).toHaveLength(64);
    const lasts = Date.parse(end) - Date.now();
    expect(lasts).toBeLessThan(7 * 86_400_000 - 59_000);
    expect(lasts).toBeGreaterThan(7 * 86_400_000 - 120_000);
    expect(end).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await keptSessionKey()).toMatchObject({ public_key, end });
  });
  it('keeps a key whose private half nobody reads, this page included', async () => {
    await signIn();
    const key = await keptSessionKey();
    expect(key?.private_key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', key?.private_key as CryptoKey)).rejects.toThrow();
  });
  it('signs whatever the host sends as one part of a statement, and never itself', async () => {
    const act = `ccop act v2\n${log.key}\n{"community":"ccop","person":7}`;
    const hash = createHash('sha256').update(act).digest();
    for (const challenge of [hash.toString('base64url'), act, `x"}\n${act}`, '']) {
      vi.mocked(sign).mockClear();
      answersTo('POST /api/challenge', { challenge });
      await signIn();
      const [message = ''] = signed();
      expect(message.startsWith(`ccop session key v1\n${log.key}\n{`)).toBe(true);
      expect(message.split('\n')).toHaveLength(3);
      expect(statementOf(message).nonce).toBe(challenge);
      expect(createHash('sha256').update(message).digest().equals(hash)).toBe(false);
    }
  });
  it('has nothing signed where the record does not continue', async () => {
    await signIn();
    vi.mocked(sign).mockClear();
    keepsRecord(new Log(['a', 'b', 'c']));
    await expect(signIn()).rejects.toMatchObject({ key: 'record-does-not-continue' });
    expect(sign).not.toHaveBeenCalled();
    expect(sent()).toHaveLength(1);
  });
  it('keeps no key where it failed', async () => {
    vi.mocked(sign).mockRejectedValueOnce(new NoPasskey('no-passkey-given'));
    await expect(signIn()).rejects.toMatchObject({ key: 'no-passkey-given' });
    answersTo('POST /api/sign-in', new No(401, 'passkey-not-accepted'));
    await expect(signIn()).rejects.toMatchObject({ problem: { key: 'passkey-not-accepted' } });
    expect(await keptSessionKey()).toBeUndefined();
  });
});

it('a guest signs in by the key of the link, whose secret stays here', async () => {
  answersTo('POST /api/sign-in', { person: 9, meeting: 4 });
  const link = keyOfLink('the secret of a link');
  expect(await signInByLink(link)).toEqual({ person: 9, meeting: 4 });
  expect(sign).not.toHaveBeenCalled();
  const [body] = sent();
  expect(body?.link?.key).toBe(link.key);
  expect(JSON.stringify(asked)).not.toContain('the secret of a link');
  const message = `ccop session key v1\n${log.key}\n${canonical(body?.statement ?? {})}`;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: link.key } as JsonWebKey, format: 'jwk' });
  expect(verify(null, Buffer.from(message), key, Buffer.from(body?.link?.signature ?? '', 'base64url'))).toBe(true);
});
