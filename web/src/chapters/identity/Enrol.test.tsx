import { createPublicKey, verify } from 'node:crypto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { contentHash } from '../../acts/content';
import { keyOfLink } from '../../acts/links';
import { createPasskey, sign } from '../../acts/passkeys';
import { NoPasskey } from '../../acts/problems';
import { keptSessionKey } from '../../acts/sessionKey';
import { Log } from '../../testing/log';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord, No } from '../../testing/server';
import { Enrol } from './Enrol';

vi.mock('../../acts/passkeys', () => ({ sign: vi.fn(), createPasskey: vi.fn() }));

const secret = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
const { key } = keyOfLink(secret);
const passkey = { credential: 'AQID', algorithm: -7, public_key: 'BQY', relying_party: 'localhost' };
const bodies = <T,>(what: string) => asked.filter((one) => one.what === what).map(({ body }) => body as T);
interface Sent {
  request: string;
  contents: { salt: string; text: string }[];
  signature: { link: { key: string; signature: string } };
}
let log: Log;

beforeEach(() => {
  window.location.hash = `#${secret}`;
  vi.mocked(sign)
    .mockReset()
    .mockResolvedValue({ credential: 'AQID', authenticator_data: 'a', client_data: 'c', signature: 's' });
  vi.mocked(createPasskey).mockReset().mockResolvedValue(passkey);
  log = keepsRecord(new Log(['a', 'b']));
  answersTo('GET /api/community', { name: 'Harbour', short_name: 'H', relying_party: 'localhost', log_key: log.key });
  answersTo('POST /api/enrolment/look', { person: 5, profile: { name: 'Ben' } });
  answersTo('POST /api/enrolment', { seq: 2, acts: [] });
  answersTo('POST /api/challenge', { challenge: 'nonce' });
  answersTo('POST /api/sign-in', { person: 5 });
});
const enrol = async () => {
  show(<Enrol />);
  await userEvent.click(await screen.findByRole('button', { name: 'Enrol' }));
};

describe('enrolling by a link', () => {
  it('is signed by the link’s key over the key that was read here, and then signs in', async () => {
    await enrol();
    await waitFor(() => expect(bodies('POST /api/sign-in')).toHaveLength(1));
    expect(bodies('POST /api/enrolment/look')).toContainEqual({ link_key: key });
    const [sent] = bodies<Sent>('POST /api/enrolment');
    const [label] = sent?.contents ?? [];
    expect(label?.text).toBe('My first passkey');
    expect(JSON.parse(sent?.request ?? '')).toMatchObject({
      community: 'ccop',
      person: 5,
      head: { size: 2, root: log.root },
      command: {
        type: 'enrol-passkey',
        person: 5,
        ...passkey,
        label: contentHash(Buffer.from(label?.salt ?? '', 'base64url'), 'My first passkey'),
      },
    });
    expect(sent?.signature.link.key).toBe(key);
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key } as JsonWebKey, format: 'jwk' });
    const message = Buffer.from(`ccop act v2\n${log.key}\n${sent?.request ?? ''}`);
    const signature = Buffer.from(sent?.signature.link.signature ?? '', 'base64url');
    expect(verify(null, message, publicKey, signature)).toBe(true);
    expect(JSON.stringify(asked)).not.toContain(secret);
    await waitFor(async () => expect(await keptSessionKey()).toBeDefined());
  });
  it('that is not followed by signing in says so, and enrols no second time', async () => {
    vi.mocked(sign).mockRejectedValueOnce(new NoPasskey('no-passkey-given'));
    await enrol();
    expect(await screen.findByText(/Your passkey is enrolled/)).toBeTruthy();
    expect((await screen.findByTestId('problem')).textContent).toContain('No passkey was given');
    expect(bodies('POST /api/sign-in')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(bodies('POST /api/sign-in')).toHaveLength(1));
    expect(bodies('POST /api/enrolment')).toHaveLength(1);
    expect(createPasskey).toHaveBeenCalledTimes(1);
  });
  it('makes no passkey where the record does not continue', async () => {
    answersTo('GET /api/log/head', { ...log.headFrom(0), checkpoint: 'x' });
    await enrol();
    expect((await screen.findByTestId('problem')).textContent).toContain('Do not sign anything');
    expect(createPasskey).not.toHaveBeenCalled();
    expect(bodies('POST /api/enrolment')).toEqual([]);
  });
  it('a second time says that the link has done its work, and leads to signing in', async () => {
    answersTo('POST /api/enrolment/look', new No(404, 'link-not-valid'));
    show(<Enrol />);
    expect(await screen.findByText(/it has done its work/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
    expect(screen.queryByRole('button', { name: 'Enrol' })).toBeNull();
  });
});
