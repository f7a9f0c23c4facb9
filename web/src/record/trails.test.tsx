import { createHash, generateKeyPairSync, sign } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { canonical } from '../acts/message';
import { Log, pathTo } from '../testing/log';
import { answersTo, keepsRecord } from '../testing/server';
import { checkedHead } from './head';
import type { SignedEntry } from './trails';
import { included, mustBeSigned } from './trails';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

class Device {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  constructor(private readonly credential: string) {}

  enrolment(person: number): string {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    const act = {
      type: 'passkey-enrolled',
      person,
      credential: this.credential,
      algorithm: -7,
      public_key: point.toString('base64url'),
      relying_party: 'localhost',
    };
    return canonical({ acts: [act], request: { person, command: { type: 'enrol-passkey' } } });
  }

  signs(request: object, log: string): SignedEntry {
    const challenge = sha256(`ccop act v2\n${log}\n${canonical(request)}`).toString('base64url');
    const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: 'http://localhost' }));
    const data = Buffer.concat([sha256('localhost'), Buffer.of(5, 0, 0, 0, 1)]);
    const passkey = {
      credential: this.credential,
      authenticator_data: data.toString('base64url'),
      client_data: client.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey).toString('base64url'),
    };
    return { acts: [], request, signature: { passkey } } as unknown as SignedEntry;
  }
}

const [ada, bo] = [new Device('ada'), new Device('bo')];
const vote = { person: 1, command: { type: 'cast-ballot', election: 0 } };
let log: Log;

const proved = (seq: number) => ({
  seq,
  entry: log.entries[seq] ?? '',
  proof: pathTo(seq, log.entries).map((hash) => hash.toString('base64url')),
});

beforeEach(() => {
  log = keepsRecord(new Log(['founding', ada.enrolment(1), bo.enrolment(2), 'later']));
  answersTo('GET /api/record/enrolments', (_: unknown, query: URLSearchParams) => ({
    entries: (query.get('people') ?? '').split(',').map((person) => proved(Number(person))),
  }));
});

describe('what was signed', () => {
  it('by a passkey that the record enrolled for its person holds', async () => {
    await expect(mustBeSigned([ada.signs(vote, log.key)], await checkedHead())).resolves.toBeUndefined();
  });
  it.each([
    ['by nobody', () => ({ acts: [], request: vote })],
    ["by another's passkey", () => bo.signs(vote, log.key)],
    ['by a passkey of the same name that nobody enrolled', () => new Device('ada').signs(vote, log.key)],
    ['for another record', () => ada.signs(vote, 'another')],
    ['otherwise', () => ({ ...ada.signs(vote, log.key), request: { person: 1, command: { type: 'close-election' } } })],
  ])('%s is refused', async (_, entry) => {
    await expect(mustBeSigned([ada.signs(vote, log.key), entry()], await checkedHead())).rejects.toThrow(
      'election-is-not-signed',
    );
  });
  it('by a passkey of which the host alone says that it was enrolled is refused', async () => {
    const stranger = new Device('stranger');
    answersTo('GET /api/record/enrolments', () => ({ entries: [{ ...proved(1), entry: stranger.enrolment(1) }] }));
    await expect(mustBeSigned([stranger.signs(vote, log.key)], await checkedHead())).rejects.toThrow(
      'election-is-not-told',
    );
  });
});

it('reads entries that are in the tree, and no others', async () => {
  const { head } = await checkedHead();
  expect(included([proved(1)], head)[0]?.request.person).toBe(1);
  for (const lie of [
    { ...proved(1), seq: 2 },
    { ...proved(1), entry: `${proved(1).entry} ` },
    { ...proved(1), proof: [] },
  ])
    expect(() => included([lie], head)).toThrow('election-is-not-told');
});
