// Passkeys (WebAuthn): making one, and signing with one. What is signed is a message whose SHA-256 is the challenge (message.ts).
import { sha256 } from '@noble/hashes/sha2.js';

import { fromBase64, randomBytes, toBase64url, utf8 } from './bytes';
import { NoPasskey } from './problems';
import type { PublicKey } from './registration';
import { algorithms, publicKeyOf } from './registration';

export interface PasskeySignature {
  credential: string;
  authenticator_data: string;
  client_data: string;
  signature: string;
}

/** How browsers and authenticators say no (WebAuthn, sections 5.1.3 and 5.1.4.1); any other exception is a mistake in what was asked. */
const refusals = [
  'NotAllowedError',
  'AbortError',
  'NotSupportedError',
  'ConstraintError',
  'UnknownError',
  'TimeoutError',
];

async function given(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!('credentials' in navigator) || typeof PublicKeyCredential === 'undefined')
    throw new NoPasskey('no-passkeys-here');
  const credential = await ask().catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'InvalidStateError') throw new NoPasskey('passkey-is-here-already', error);
    if (refusals.includes(name)) throw new NoPasskey('no-passkey-given', error);
    throw error;
  });
  if (!(credential instanceof PublicKeyCredential)) throw new NoPasskey('no-passkey-given');
  return credential;
}

/** What one of these passkeys says, with the person there; any of this site, where none is named. */
const asserted = (
  credentials: string[],
  what: Pick<PublicKeyCredentialRequestOptions, 'challenge' | 'extensions'>,
): Promise<PublicKeyCredential> =>
  given(() =>
    navigator.credentials.get({
      publicKey: {
        ...what,
        userVerification: 'required',
        allowCredentials: credentials.map((id) => ({ type: 'public-key', id: fromBase64(id) })),
      },
    }),
  );

/** By one of these passkeys, or any. */
export async function sign(message: string, credentials: string[]): Promise<PasskeySignature> {
  const credential = await asserted(credentials, { challenge: new Uint8Array(sha256(utf8(message))) });
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    credential: toBase64url(new Uint8Array(credential.rawId)),
    authenticator_data: toBase64url(new Uint8Array(response.authenticatorData)),
    client_data: toBase64url(new Uint8Array(response.clientDataJSON)),
    signature: toBase64url(new Uint8Array(response.signature)),
  };
}

/**
 * What one of these passkeys computes of an input, for this site alone and only with the person there (the PRF extension of WebAuthn level
 * 3, section 10.1.4); nothing from an authenticator that can't.
 */
export async function computedBy(
  input: Uint8Array<ArrayBuffer>,
  credentials: string[],
): Promise<{ credential: string; output: Uint8Array } | undefined> {
  const credential = await asserted(credentials, {
    challenge: randomBytes(32), // nobody looks at the signature
    extensions: { prf: { eval: { first: input } } },
  });
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const output = first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer);
  return { credential: toBase64url(new Uint8Array(credential.rawId)), output };
}

interface Asked {
  person: number;
  name: string;
  relyingParty: string;
  community: string;
  slug: string;
  known: string[];
}

/** A passkey as the command that enrols it says it. */
interface NewPasskey extends PublicKey {
  credential: string;
  relying_party: string;
}

export async function createPasskey(asked: Asked): Promise<NewPasskey> {
  const credential = await given(() =>
    navigator.credentials.create({
      publicKey: {
        // Nobody looks at it: what vouches for the new key is the signature over the act that enrols it.
        challenge: randomBytes(32),
        rp: { id: asked.relyingParty, name: asked.community },
        user: { id: utf8(`${asked.slug}/${asked.person}`), name: asked.name, displayName: asked.name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        excludeCredentials: asked.known.map((id) => ({ type: 'public-key', id: fromBase64(id) })),
        attestation: 'none',
        extensions: { prf: {} }, // so that it can open a keybox
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    credential: toBase64url(new Uint8Array(credential.rawId)),
    relying_party: asked.relyingParty,
    ...(await publicKeyOf(response.getPublicKeyAlgorithm(), response.getPublicKey())),
  };
}
