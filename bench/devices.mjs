// What a person's devices sign, in software: a passkey, the key of a sign-in, the key of a one-time link; as the page does it
// (web/src/acts).
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';

const sha256 = (data) => createHash('sha256').update(data).digest();
const base64url = (data) => data.toString('base64url');

/** Canonical JSON (RFC 8785), as far as what is sent here needs it: texts, whole numbers, lists, objects. */
export const canonical = (value) =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const purposes = { act: 'ccop act v2', session: 'ccop session key v1' };
const messageOf = (purpose, logKey, content) => Buffer.from(`${purposes[purpose]}\n${logKey}\n${content}`);

const contentHash = (salt, text) =>
  base64url(
    sha256(Buffer.concat([Buffer.from('ccop-content-v1'), Buffer.from([salt.length]), salt, Buffer.from(text)])),
  );

/** A text, and the hash by which a command names it. */
export function content(text) {
  const salt = randomBytes(32);
  return { hash: contentHash(salt, text), sent: { salt: base64url(salt), text } };
}

/** What whoever decides on these texts signs as seen. */
export const seen = ({ texts }) => ({
  clear: [],
  texts: texts.map(({ salt, text }) => contentHash(Buffer.from(salt, 'base64url'), text)),
});

const headOfAnEd25519Key = Buffer.from('302e020100300506032b657004220420', 'hex'); // in PKCS8, as RFC 8410 has it
const ed25519 = (seed) =>
  createPrivateKey({ key: Buffer.concat([headOfAnEd25519Key, seed]), format: 'der', type: 'pkcs8' });
const coordinates = (privateKey) => createPublicKey(privateKey).export({ format: 'jwk' });

/** The key of a one-time link: Ed25519, whose seed follows from the link's secret. */
export class LinkKey {
  #key;
  constructor(secret) {
    this.#key = ed25519(Buffer.from(hkdfSync('sha256', secret, '', 'ccop link key v1', 32)));
    this.key = coordinates(this.#key).x;
  }
  signs = (logKey, request) => ({
    link: { key: this.key, signature: base64url(sign(null, messageOf('act', logKey, request), this.#key)) },
  });
}

export const newSecret = () => base64url(randomBytes(32));

/** A passkey: Ed25519 (COSE -8), asked by the page of that origin. */
export class Passkey {
  #key = ed25519(randomBytes(32));
  #origin;
  credential = base64url(randomBytes(16));
  constructor(origin) {
    this.#origin = origin;
  }
  get enrolment() {
    const relying_party = new URL(this.#origin).hostname;
    return { algorithm: -8, credential: this.credential, public_key: coordinates(this.#key).x, relying_party };
  }
  #assertionOf(message) {
    const challenge = base64url(sha256(message));
    const client = Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge, origin: this.#origin, crossOrigin: false }),
    );
    const presentAndVerified = 5;
    const count = Buffer.alloc(4);
    const party = sha256(this.enrolment.relying_party);
    const authenticator = Buffer.concat([party, Buffer.from([presentAndVerified]), count]);
    return {
      authenticator_data: base64url(authenticator),
      client_data: base64url(client),
      credential: this.credential,
      signature: base64url(sign(null, Buffer.concat([authenticator, sha256(client)]), this.#key)),
    };
  }
  signs = (logKey, request) => ({ passkey: this.#assertionOf(messageOf('act', logKey, request)) });
  signsIn = (logKey, statement) => ({ passkey: this.#assertionOf(messageOf('session', logKey, canonical(statement))) });
}

/** The key of a sign-in: P-256 (COSE -7), as a browser's own. A thread gives another one `kept`, which makes it again. */
export class SessionKey {
  constructor(kept = { privateKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }) {
    this.kept = kept;
    const { x, y } = coordinates(kept.privateKey);
    const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    this.public_key = base64url(point);
    this.key = base64url(sha256(point));
  }
  signs = (logKey, request) => {
    const key = { key: this.kept.privateKey, dsaEncoding: 'ieee-p1363' };
    const signature = base64url(sign('sha256', messageOf('act', logKey, request), key));
    return { session: { key: this.key, signature } };
  };
}

/** The head of the log in an answer of /api/log/head. A bench believes it: to check it costs the page something, and the server nothing. */
export function headIn({ checkpoint, log_key }) {
  const [, size, root] = checkpoint.split('\n');
  return { head: { root: base64url(Buffer.from(root, 'base64')), size: Number(size) }, logKey: log_key };
}

const last_ms = new Map(); // by person

/** A request as it is signed: later than any of the same person before, and than `after`. */
export function requestOf({ person, command, head, after = '' }) {
  const at = Math.max(Date.now(), (last_ms.get(person) ?? 0) + 1, (Date.parse(after) || 0) + 1);
  last_ms.set(person, at);
  return canonical({ asked_at: new Date(at).toISOString(), command, community: 'ccop', head, person });
}
