// A person's device with a passkey, and entries of the record that it enrolled for and signed. Signed by Node, not by what is tested.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

import { canonical } from '../acts/message';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

interface Request {
  person: number;
  command: object;
}

export class Device {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  constructor(readonly credential: string) {}

  enrolled(person: number) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    return {
      type: 'passkey-enrolled',
      person,
      credential: this.credential,
      algorithm: -7,
      public_key: point.toString('base64url'),
      relying_party: 'localhost',
    };
  }

  signature(request: object, log: string) {
    const challenge = sha256(`ccop act v2\n${log}\n${canonical(request)}`).toString('base64url');
    const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: 'http://localhost' }));
    const data = Buffer.concat([sha256('localhost'), Buffer.of(5, 0, 0, 0, 1)]);
    const passkey = {
      credential: this.credential,
      authenticator_data: data.toString('base64url'),
      client_data: client.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey).toString('base64url'),
    };
    return { passkey };
  }
}

/** As the record has it, signed where there is a device. */
export const entryOf = (acts: object[], request: Request, at = '2026-01-01T00:00:00.000Z', signature?: object) =>
  canonical({ acts, at, request, ...(signature ? { signature } : {}) });
