// Whole elections made by this library, its trustees and voters; verified by the two programs that share no code with it: ccop
// (CCOP) and belenios-tool (BELENIOS_TOOL), each where the environment names it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Choices, Question } from './cast';
import { castBallot, saysWhatWasChosen } from './cast';
import {
  fingerprint,
  hashHex,
  identity,
  mod,
  order,
  Point,
  powerOfGenerator,
  randomBase58,
  randomScalar,
  read,
  written,
} from './group';
import { openFile, sealFile } from './keyFile';
import { decryptTotals, isOwn, makeCertificate, makeOutput, makePolynomial, newSeed } from './trustee';

const tool = process.env.BELENIOS_TOOL;
const ccop = process.env.CCOP;

const question = (answers: number, min: number, max: number, blank = false): Question => ({
  answers: Array.from({ length: answers }, (_, i) => `answer ${i}`),
  ...(blank ? { blank } : {}),
  min,
  max,
  question: 'Which?',
});

interface Ceremony {
  seeds: string[];
  outputs: string[];
  kinds: string;
  key: string;
}

function ceremony(threshold: number, size: number): Ceremony {
  const seeds = Array.from({ length: size }, newSeed);
  const place = (index: number) => ({ size, threshold, index });
  const certificates = seeds.map((seed, i) => makeCertificate(seed, place(i + 1)));
  const polynomials = seeds.map((seed, i) => makePolynomial(seed, place(i + 1), certificates));
  const parsed = polynomials.map(
    (text) =>
      JSON.parse(text) as { polynomial: string; secrets: string[]; coefexps: { message: string }; signature: object },
  );
  const inputFor = (j: number) =>
    JSON.stringify({
      polynomial: parsed[j]?.polynomial,
      secrets: parsed.map(({ secrets }) => secrets[j]),
      coefexps: parsed.map(({ coefexps }) => coefexps),
      signatures: parsed.map(({ signature }) => signature),
    });
  const outputs = seeds.map((seed, i) => makeOutput(seed, place(i + 1), certificates, inputFor(i)));
  const constants = parsed.map(
    ({ coefexps }) => (JSON.parse(coefexps.message) as { coefexps: string[] }).coefexps[0] ?? '',
  );
  return {
    seeds,
    outputs,
    key: written(constants.map(read).reduce((a, b) => a.add(b), identity)),
    kinds: `[["Pedersen",${JSON.stringify({
      threshold,
      certs: certificates.map((text) => JSON.parse(text) as object),
      coefexps: parsed.map(({ coefexps }) => coefexps),
      signatures: parsed.map(({ signature }) => signature),
      verification_keys: outputs.map((text) => (JSON.parse(text) as { public_key: object }).public_key),
    })}]]`,
  };
}

/** A credential as an authority of Belenios gives it out (specification 3.0, section 4.8): its program knows no other. */
function newCredential(): string {
  const digits = randomBase58(22);
  return [digits.slice(0, 5), digits.slice(5, 11), digits.slice(11, 16), digits.slice(16)].join('-');
}
function secretOf(credential: string, uuid: string): bigint {
  const part = (i: number) => hashHex(`derive_credential|${uuid}|${i}|${credential}`);
  return mod(BigInt(`0x${part(0)}${part(1)}`));
}
const publicCredential = (credential: string, uuid: string) => written(powerOfGenerator(secretOf(credential, uuid)));

/** Runs `belenios-tool` in a folder and gives what it says. */
function run(folder: string, args: string[], input = ''): string {
  return execFileSync(tool ?? '', args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, BELENIOS_USE_URANDOM: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

class Election {
  readonly folder = mkdtempSync(join(tmpdir(), 'ccop-ballot-'));
  readonly uuid = randomBase58(22);
  readonly setup: string;
  readonly credentials: string[];

  constructor(
    readonly trustees: Pick<Ceremony, 'seeds' | 'outputs' | 'key'> & { kinds: string },
    questions: Question[],
    voters: number,
  ) {
    const { uuid } = this;
    this.credentials = Array.from({ length: voters }, newCredential);
    this.setup = JSON.stringify({
      version: 1,
      description: 'Made for a test',
      name: 'A test',
      group: 'Ed25519',
      public_key: trustees.key,
      questions,
      uuid,
      administrator: 'nobody',
      credential_authority: 'nobody',
    });
    const roll = this.credentials.map((credential) => publicCredential(credential, uuid)).sort();
    writeFileSync(join(this.folder, 'election.json'), this.setup);
    writeFileSync(join(this.folder, 'trustees.json'), trustees.kinds);
    writeFileSync(join(this.folder, 'public_creds.json'), JSON.stringify(roll));
    run(this.folder, ['archive', 'init']);
    for (const used of ['election.json', 'trustees.json', 'public_creds.json']) unlinkSync(join(this.folder, used));
  }

  event(type: string, payload = '') {
    run(this.folder, ['archive', 'add-event', `--type=${type}`], payload);
  }
  vote(voter: number, choices: Choices) {
    const made = castBallot(this.setup, secretOf(this.credentials[voter] ?? '', this.uuid), choices);
    this.event('Ballot', made.text);
    return made;
  }
  theirVote(voter: number, choices: Choices) {
    writeFileSync(join(this.folder, 'credential'), `${this.credentials[voter] ?? ''}\n`);
    writeFileSync(join(this.folder, 'choice'), `${JSON.stringify(choices)}\n`);
    const args = ['election', 'generate-ballot', '--privcred', 'credential', '--choice', 'choice'];
    this.event('Ballot', run(this.folder, args));
  }
  decide(present: number[]): number[][] {
    this.event('EndBallots');
    const tally = run(this.folder, ['election', 'compute-encrypted-tally']);
    this.event('EncryptedTally', tally);
    const [totals = ''] = tally.split('\n');
    const bound: object[] = [];
    for (const i of present) {
      const made = decryptTotals(
        this.trustees.seeds[i] ?? '',
        this.trustees.outputs[i] ?? '',
        totals,
        fingerprint(this.setup),
        i + 1,
      );
      const owned = JSON.stringify({ owner: i + 1, payload: hashHex(made.decryption) });
      this.event('PartialDecryption', `${made.decryption}\n${owned}`);
      const { decryption_factors } = JSON.parse(made.decryption) as { decryption_factors: string[][] };
      const { proofs } = JSON.parse(made.proofs) as { proofs: object[][] };
      bound.push({ trustee: i + 1, factors: decryption_factors, proofs });
    }
    const beside = { election: fingerprint(this.setup), tally: fingerprint(totals), trustees: bound };
    writeFileSync(this.proofs, JSON.stringify(beside));
    const result = run(this.folder, ['election', 'compute-result']);
    this.event('Result', result);
    return (JSON.parse(result) as { result: number[][] }).result;
  }
  /** The totals are decrypted by belenios-tool, with a single trustee's key that it made. */
  theirDecision(privateKey: string): number[][] {
    this.event('EndBallots');
    this.event('EncryptedTally', run(this.folder, ['election', 'compute-encrypted-tally']));
    const args = ['election', 'decrypt', '--privkey', privateKey, '--trustee-id', '1'];
    this.event('PartialDecryption', run(this.folder, args));
    const result = run(this.folder, ['election', 'compute-result']);
    this.event('Result', result);
    return (JSON.parse(result) as { result: number[][] }).result;
  }
  get archive() {
    return join(this.folder, `${this.uuid}.bel`);
  }
  /** Outside the folder, in which belenios-tool expects the archive alone. */
  get proofs() {
    return `${this.folder}.proofs.json`;
  }
  verify(...more: string[]) {
    run(this.folder, ['election', 'verify']);
    return ccop ? execFileSync(ccop, ['election', 'verify', this.archive, ...more], { encoding: 'utf8' }) : '';
  }
}

/** For what belenios-tool decrypted, which makes no bound proofs. */
const withoutBound = '--without-bound-proofs';

describe('an election', () => {
  it.runIf(tool)('made here is sound by belenios-tool and by ccop', { timeout: 60_000 }, () => {
    const election = new Election(ceremony(2, 3), [question(3, 1, 1, true), question(2, 0, 2)], 3);
    election.vote(0, [
      [0, 1, 0, 0],
      [1, 1],
    ]);
    election.vote(1, [
      [1, 0, 0, 0],
      [0, 0],
    ]);
    election.vote(0, [
      [0, 0, 0, 1],
      [0, 1],
    ]);
    election.theirVote(2, [
      [0, 0, 0, 1],
      [1, 0],
    ]);
    expect(election.decide([0, 2])).toEqual([
      [1, 0, 0, 2],
      [1, 1],
    ]);
    const said = election.verify('--proofs', election.proofs);
    if (ccop) expect(said).toContain('trustees: 2 of 3');
    if (ccop) expect(said).toContain('each decryption is bound to this tally');
    expect(election.verify(withoutBound)).not.toContain('each decryption is bound to this tally by');
  });
});

describe('a ballot made here', () => {
  it.runIf(tool)('is counted by trustees who use belenios-tool', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'ccop-trustee-'));
    run(folder, ['setup', 'generate-trustee-key', '--group', 'Ed25519']);
    const name =
      readdirSync(folder)
        .find((file) => file.endsWith('.pubkey'))
        ?.replace('.pubkey', '') ?? '';
    const publicKey = readFileSync(join(folder, `${name}.pubkey`), 'utf8').trim();
    const { public_key: key } = JSON.parse(publicKey) as { public_key: string };
    const election = new Election(
      { kinds: `[["Single",${publicKey}]]`, key, seeds: [], outputs: [] },
      [question(4, 1, 2, true)],
      2,
    );
    election.vote(0, [[0, 1, 1, 0, 0]]);
    election.vote(1, [[1, 0, 0, 0, 0]]);
    expect(election.theirDecision(join(folder, `${name}.privkey`))).toEqual([[1, 1, 1, 0, 0]]);
    expect(election.verify(withoutBound)).toContain('trustees: 1 mandatory');
  });
});

describe('a ballot', () => {
  const trustees = ceremony(1, 1);
  const uuid = randomBase58(22);
  const setup = JSON.stringify({ public_key: trustees.key, questions: [question(3, 1, 1, true)], uuid });
  const credential = randomScalar();

  it('hides the choice and never repeats itself', () => {
    const [first, second] = [
      castBallot(setup, credential, [[0, 1, 0, 0]]),
      castBallot(setup, credential, [[0, 1, 0, 0]]),
    ];
    expect(first.credential).toBe(second.credential);
    expect(first.tracker).not.toBe(second.tracker);
    expect(first.text).not.toContain('answer 0');
  });
  it.each([[[[0, 0, 0, 0]]], [[[0, 1, 1, 0]]], [[[1, 1, 0, 0]]], [[[0, 1, 0]]], [[[0, 2, 0, 0]]], [[]]])(
    'is not made for what the question does not allow: %j',
    (choices) => {
      expect(() => castBallot(setup, credential, choices as Choices)).toThrow();
    },
  );
  it('opens to what was chosen, and to nothing else', () => {
    const made = castBallot(setup, credential, [[0, 0, 1, 0]]);
    expect(saysWhatWasChosen(setup, made.text, made.randomness, [[0, 0, 1, 0]])).toBe(true);
    expect(saysWhatWasChosen(setup, made.text, made.randomness, [[0, 1, 0, 0]])).toBe(false);
    const [row = []] = made.randomness;
    expect(saysWhatWasChosen(setup, made.text, [[...row.slice(1), 5n]], [[0, 0, 1, 0]])).toBe(false);
  });
  it('is refused a key outside the group', () => {
    const orderTwo = `7f${'f'.repeat(60)}ec`;
    expect(() => castBallot(setup.replace(trustees.key, orderTwo), credential, [[0, 0, 1, 0]])).toThrow('group');
    const shifted = written(
      read(trustees.key).add(
        Point.fromBytes(new Uint8Array(32).fill(255, 1, 31).map((b, i) => (i === 0 ? 0xec : i === 31 ? 0x7f : b))),
      ),
    );
    expect(() => castBallot(setup.replace(trustees.key, shifted), credential, [[0, 0, 1, 0]])).toThrow('group');
  });
});

describe('credentials', () => {
  it.runIf(ccop)('and elements are refused when written otherwise', () => {
    expect(() => read('00')).toThrow();
    expect(() => read(written(identity).toUpperCase().replace('0', 'G'))).toThrow();
    expect(order).toBe(2n ** 252n + 27742317777372353535851937790883648493n);
  });
});

describe('a trustee', () => {
  const place = { size: 2, threshold: 2, index: 1 };
  it('refuses certificates that do not hold, and a seed that made none of them', () => {
    const [ada, ben] = [newSeed(), newSeed()];
    const certificates = [makeCertificate(ada, place), makeCertificate(ben, { ...place, index: 2 })];
    expect(isOwn(ada, certificates)).toBe(true);
    expect(isOwn(newSeed(), certificates)).toBe(false);
    expect(() => makePolynomial(newSeed(), place, certificates)).toThrow('key file');
    expect(() => makePolynomial(ada, place, [...certificates].reverse())).toThrow('certificate');
    expect(() => makePolynomial(ada, place, certificates.slice(1))).toThrow('certificate');
  });
});

describe('a key file', () => {
  it('opens with its passphrase alone, and for what it was made', { timeout: 30_000 }, async () => {
    const file = await sealFile('trustee', { seed: 'abc' }, 'correct horse');
    expect(file).not.toContain('abc');
    expect(await openFile('trustee', file, 'correct horse')).toEqual({ seed: 'abc' });
    await expect(openFile('trustee', file, 'wrong')).rejects.toThrow('wrong-passphrase');
    await expect(openFile('authority', file, 'correct horse')).rejects.toThrow('other-file');
    await expect(openFile('trustee', 'no json', 'x')).rejects.toThrow('other-file');
  });
});
