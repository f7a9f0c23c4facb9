// Passkeys (WebAuthn): enrolling one, signing in with one, and signing a request, whose SHA-256 is the challenge.
import { sha256 } from '@noble/hashes/sha2.js';

import type { Schemas } from '../api/client';
import { answer, api } from '../api/client';
import { fromBase64, toBase64url, utf8 } from './bytes';
import { NoPasskey } from './problems';

type Signature = Schemas['Signature'];

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

function assertion(challenge: Uint8Array<ArrayBuffer>, credentials: string[]): Promise<PublicKeyCredential> {
  return given(() =>
    navigator.credentials.get({
      publicKey: {
        challenge,
        userVerification: 'required',
        allowCredentials: credentials.map((id) => ({ type: 'public-key', id: fromBase64(id) })),
      },
    }),
  );
}

function signatureOf(credential: PublicKeyCredential): Signature {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    credential: toBase64url(new Uint8Array(credential.rawId)),
    authenticator_data: toBase64url(new Uint8Array(response.authenticatorData)),
    client_data: toBase64url(new Uint8Array(response.clientDataJSON)),
    signature: toBase64url(new Uint8Array(response.signature)),
  };
}

export async function sign(request: string, credentials: string[]): Promise<Signature> {
  return signatureOf(await assertion(new Uint8Array(sha256(utf8(request))), credentials));
}

/** Signs in without a name: the passkey itself says whose it is. */
export async function signIn(): Promise<void> {
  const { challenge } = await answer(api.POST('/api/challenge', { body: {} }));
  const credential = await assertion(fromBase64(challenge), []);
  const handle = (credential.response as AuthenticatorAssertionResponse).userHandle;
  const person = Number(new TextDecoder().decode(handle ?? new ArrayBuffer()).split('/')[1] ?? NaN);
  await answer(
    api.POST('/api/sign-in', {
      body: { person: Number.isInteger(person) ? person : 0, challenge, assertion: signatureOf(credential) },
    }),
  );
}

interface NewPasskey {
  person: number;
  name: string;
  challenge: string;
  relyingParty: string;
  community: string;
  slug: string;
  known: string[];
}

export async function createPasskey(asked: NewPasskey): Promise<Schemas['Registration']> {
  const credential = await given(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: fromBase64(asked.challenge),
        rp: { id: asked.relyingParty, name: asked.community },
        user: { id: utf8(`${asked.slug}/${asked.person}`), name: asked.name, displayName: asked.name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        excludeCredentials: asked.known.map((id) => ({ type: 'public-key', id: fromBase64(id) })),
        attestation: 'none',
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    authenticator_data: toBase64url(new Uint8Array(response.getAuthenticatorData())),
    client_data: toBase64url(new Uint8Array(response.clientDataJSON)),
  };
}
