// What a trustee does on an own device: makes a key together with the others (Belenios specification 3.0, section 4.6), and takes
// part in decrypting the totals (section 4.20). The seed is all that is kept.
import { boundChallenge } from './bound';
import type { SignedMessage } from './channel';
import { isSigned, receive, secretsOf, send, signatureHolds, signMessage } from './channel';
import type { Point, Proof } from './group';
import {
  challengeOf,
  fingerprint,
  identity,
  isProof,
  mod,
  power,
  powerOfGenerator,
  proveKnowledge,
  randomBase58,
  randomScalar,
  read,
  written,
} from './group';
import { having, isCount, isNumber, isText, listOf, parse } from './parse';

export interface Place {
  size: number;
  threshold: number;
  index: number;
}

interface CertificateKeys {
  context: { group: string } & Place;
  verification: string;
  encryption: string;
}

const isKeys = having<CertificateKeys>({
  context: having({ group: isText, size: isCount, threshold: isCount, index: isCount }),
  verification: isText,
  encryption: isText,
});

const group = 'Ed25519';

const certificateOf = (text: string) => parse(text, isSigned, 'a certificate');

export const newSeed = () => randomBase58(22);

export function makeCertificate(seed: string, { size, threshold, index }: Place): string {
  const { signing, decryption } = secretsOf(seed);
  const keys: CertificateKeys = {
    context: { group, size, threshold, index },
    verification: written(powerOfGenerator(signing)),
    encryption: written(powerOfGenerator(decryption)),
  };
  return JSON.stringify(signMessage(signing, JSON.stringify(keys)));
}

function checkedCertificates(certificates: SignedMessage[], { size, threshold }: Place): CertificateKeys[] {
  if (certificates.length !== size) throw new Error('a certificate of each trustee is needed');
  return certificates.map(({ message, signature }, i) => {
    const keys = parse(message, isKeys, `the certificate of trustee ${i + 1}`);
    const { context } = keys;
    const fits =
      context.group === group &&
      context.size === size &&
      context.threshold === threshold &&
      context.index === i + 1 &&
      signatureHolds(message, signature, read(keys.verification));
    if (!fits) throw new Error(`the certificate of trustee ${i + 1} does not hold`);
    return keys;
  });
}

function own(keys: CertificateKeys[], seed: string): CertificateKeys {
  const { signing, decryption } = secretsOf(seed);
  const [verification, encryption] = [written(powerOfGenerator(signing)), written(powerOfGenerator(decryption))];
  const found = keys.find((key) => key.verification === verification && key.encryption === encryption);
  if (!found) throw new Error('this key file is not of this election');
  return found;
}

/** Whether this seed made one of the certificates; one that can't be read is nobody's. */
export function isOwn(seed: string, certificates: string[]): boolean {
  const verification = written(powerOfGenerator(secretsOf(seed).signing));
  return certificates.some((text) => {
    try {
      return parse(certificateOf(text).message, isKeys, 'the certificate').verification === verification;
    } catch {
      return false;
    }
  });
}

const valueAt = (polynomial: bigint[], x: number) =>
  mod(polynomial.reduceRight((value, coefficient) => value * BigInt(x) + coefficient, 0n));

export function makePolynomial(seed: string, place: Place, certificateTexts: string[]): string {
  const certificates = certificateTexts.map(certificateOf);
  const keys = checkedCertificates(certificates, place);
  const { signing } = secretsOf(seed);
  const me = own(keys, seed);
  const polynomial = Array.from({ length: place.threshold }, randomScalar);
  const coefexps = polynomial.map((coefficient) => written(powerOfGenerator(coefficient)));
  return JSON.stringify({
    polynomial: send(signing, me.encryption, JSON.stringify({ polynomial: polynomial.map(String) })),
    secrets: keys.map(({ encryption, context }) =>
      send(signing, encryption, JSON.stringify({ secret: valueAt(polynomial, context.index).toString() })),
    ),
    coefexps: signMessage(signing, JSON.stringify({ coefexps })),
    signature: signMessage(signing, `certs_sig|${JSON.stringify({ certs: certificates, coefexps })}`).signature,
  });
}

interface VerificationInput {
  secrets: string[];
  coefexps: SignedMessage[];
  signatures: Proof[];
}

const isInput = having<VerificationInput>({
  secrets: listOf(isText),
  coefexps: listOf(isSigned),
  signatures: listOf(isProof),
});
const isCommitted = having<{ coefexps: string[] }>({ coefexps: listOf(isText) });
const isShare = having<{ secret: string }>({ secret: isNumber });

function shareInPublic(coefexps: string[], j: number): Point {
  return coefexps.map((text, k) => power(read(text), mod(BigInt(j) ** BigInt(k)))).reduce((a, b) => a.add(b), identity);
}

/** Checks what the others sent, and makes of it the own key, encrypted to oneself, with its public half. */
export function makeOutput(seed: string, place: Place, certificateTexts: string[], inputText: string): string {
  const certificates = certificateTexts.map(certificateOf);
  const keys = checkedCertificates(certificates, place);
  const me = own(keys, seed);
  const { signing, decryption } = secretsOf(seed);
  const input = parse(inputText, isInput, 'what the others sent');
  let sum = 0n;
  keys.forEach((key, i) => {
    const sender = read(key.verification);
    const signed = input.coefexps[i];
    const signature = input.signatures[i];
    if (!signed || !signature) throw new Error(`the message of trustee ${i + 1} is missing`);
    const { coefexps } = parse(signed.message, isCommitted, `what trustee ${i + 1} sent`);
    const fits =
      coefexps.length === place.threshold &&
      signatureHolds(signed.message, signed.signature, sender) &&
      signatureHolds(`certs_sig|${JSON.stringify({ certs: certificates, coefexps })}`, signature, sender);
    const share = parse(receive(decryption, sender, input.secrets[i] ?? ''), isShare, `what trustee ${i + 1} sent`);
    const secret = mod(BigInt(share.secret));
    if (!fits || !powerOfGenerator(secret).equals(shareInPublic(coefexps, me.context.index)))
      throw new Error(`what trustee ${i + 1} sent does not hold`);
    sum = mod(sum + secret);
  });
  const public_key = written(powerOfGenerator(sum));
  return JSON.stringify({
    private_key: send(signing, me.encryption, JSON.stringify({ decryption_key: sum.toString() })),
    public_key: {
      pok: proveKnowledge(sum, `pok|${group}|${public_key}|`),
      public_key,
      signature: signMessage(signing, public_key).signature,
    },
  });
}

const isOutput = having<{ private_key: string; public_key: { public_key: string } }>({
  private_key: isText,
  public_key: having({ public_key: isText }),
});
const isDecryptionKey = having<{ decryption_key: string }>({ decryption_key: isNumber });
const isTally = listOf(listOf(having<{ alpha: string; beta: string }>({ alpha: isText, beta: isText })));

/** What a trustee posts: the partial decryption as the archive has it, and proofs that bind it to the tally with this fingerprint. */
export interface Decrypted {
  tally: string;
  decryption: string;
  proofs: string;
}

/**
 * The partial decryption of the totals, with its proofs; `output` is the trustee's own message of the third round, and `trustee` the
 * number, from 1.
 */
export function decryptTotals(
  seed: string,
  output: string,
  tallyText: string,
  electionHash: string,
  trustee: number,
): Decrypted {
  const { signing, decryption: receiving } = secretsOf(seed);
  const { private_key, public_key } = parse(output, isOutput, 'the output');
  const opened = receive(receiving, powerOfGenerator(signing), private_key);
  const secret = mod(BigInt(parse(opened, isDecryptionKey, 'the decryption key').decryption_key));
  const key = written(powerOfGenerator(secret));
  if (key !== public_key.public_key) throw new Error('this key file is not of this election');
  const totals = parse(tallyText, isTally, 'the tally').map((question) => question.map(({ alpha }) => read(alpha)));
  const tally = fingerprint(tallyText);
  const factors = totals.map((row) => row.map((alpha) => power(alpha, secret)));
  const proved = (challenge: bigint, w: bigint): Proof => ({
    challenge: challenge.toString(),
    response: mod(w - secret * challenge).toString(),
  });
  const decryption = JSON.stringify({
    decryption_factors: factors.map((row) => row.map(written)),
    decryption_proofs: totals.map((row) =>
      row.map((alpha) => {
        const w = randomScalar();
        return proved(challengeOf(`decrypt|${electionHash}|${key}|`, [powerOfGenerator(w), power(alpha, w)]), w);
      }),
    ),
  });
  const by = { election: electionHash, tally, trustee, key };
  const bound = totals.map((row, question) =>
    row.map((alpha, answer) => {
      const w = randomScalar();
      const factor = factors[question]?.[answer] ?? identity;
      return proved(boundChallenge({ by, question, answer, alpha, factor }, powerOfGenerator(w), power(alpha, w)), w);
    }),
  );
  return { tally, decryption, proofs: JSON.stringify({ tally, proofs: bound }) };
}
