// An election made by belenios-tool is sound; whatever is changed in it afterwards is found, even where all hashes were made to fit again.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

import { RewrittenArchive } from '../testing/archive';
import { byWasm } from './byWasm';
import { generator, written } from './group';
import type { Means } from './verify';
import { alone, verifyArchive } from './verify';

/** Three voters of weights 1, 3 and 2; a question with a blank vote and one without; one mandatory trustee and two of three. The second
 * voter votes blank, then votes again; the third does not vote. */
const decided = RewrittenArchive.of(resolve(import.meta.dirname, '../../../tests/ballot/archives/decided.bel'));
const twiceG = written(generator.double());

const module = new WebAssembly.Module(readFileSync(resolve(import.meta.dirname, 'proofs.wasm')));
const inWebAssembly = alone(byWasm(module));

const wrongBy = (means: Means, bytes: Uint8Array): Promise<string> =>
  verifyArchive(bytes, means).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
/** By script and in WebAssembly, which say the same of whatever is wrong. */
async function wrongWith(bytes: Uint8Array): Promise<string> {
  const wrong = await wrongBy(alone(), bytes);
  expect(await wrongBy(inWebAssembly, bytes)).toBe(wrong);
  return wrong;
}
function changed(change: (archive: RewrittenArchive) => void, judged = wrongWith): Promise<string> {
  const archive = decided.copy();
  change(archive);
  return judged(archive.consistent());
}
/** Of many changes the script, which takes longer, judges each fifth. */
const oneOfMany = (number: number) =>
  number % 5 === 0 ? wrongWith : (bytes: Uint8Array) => wrongBy(inWebAssembly, bytes);
function replaced(text: string, what: string, by: string): string {
  expect(text).toContain(what);
  return text.replace(what, by);
}

const firstBallot = decided.find('{"election_uuid"');
const secondBallot = decided.find('{"election_uuid"', firstBallot + 1);
const roll = decided.find('["');
const ballotText = decided.at(firstBallot).bytes;

describe('an election made by another program', () => {
  it.each([
    ['by script', alone()],
    ['in WebAssembly', inWebAssembly],
  ])('is sound %s', async (_, means) => {
    const found = await verifyArchive(decided.asNamed(), means);
    expect(found).toMatchObject({ voters: 3, counted: 2, weight: 4n });
    expect(found.ballots).toHaveLength(3);
    expect(found.result).toEqual([
      [0, 1, 3],
      [1, 3],
    ]);
    expect(found.checks).toEqual(['chain', 'keys', 'ballots', 'tally', 'decryptions', 'result']);
    expect(await wrongWith(decided.consistent())).toBe('');
  });
  it('is verified up to where it stands', async () => {
    const archive = decided.copy();
    archive.files.length = archive.find('{"parent"', secondBallot) + 1;
    const found = await verifyArchive(archive.consistent());
    expect(found.ballots).toHaveLength(2);
    expect(found.result).toBeUndefined();
  });
});

describe('an election is refused', () => {
  it('where a byte does not fit its hash', { timeout: 60_000 }, async () => {
    for (let i = 1; i < decided.files.length; i += 4) {
      const archive = decided.copy();
      const file = archive.at(i);
      const middle = Math.floor(file.bytes.length / 2);
      const other = String.fromCharCode(file.bytes.charCodeAt(middle) ^ 1);
      file.bytes = file.bytes.slice(0, middle) + other + file.bytes.slice(middle + 1);
      expect(await wrongWith(archive.asNamed()), file.name).toContain('does not fit its name');
    }
  });

  // Hashes are left alone, and so is the roll, of whose voters not all have voted.
  const isProved = ({ name, bytes }: { name: string; bytes: string }) =>
    name.includes('.data.') && !/^(\{"election":|\{"owner"|\{"num_tallied"|\[")/.test(bytes);

  // The program's own tests change every one of them; here each fifth: all kinds of proofs, each more than once.
  it('wherever any number of it is another', { timeout: 120_000 }, async () => {
    let [made, met] = [0, 0];
    for (const [i, file] of decided.files.entries()) {
      if (!isProved(file)) continue;
      for (const [pattern, by] of [
        [/"([0-9]{50,80})\\?"/g, '12345'],
        [/"([0-9a-f]{64})\\?"/g, twiceG],
      ] as const)
        for (const match of file.bytes.matchAll(pattern)) {
          if (met++ % 5 !== 0) continue;
          const at = match.index + 1;
          const other = file.bytes.slice(0, at) + by + file.bytes.slice(at + (match[1]?.length ?? 0));
          expect(await changed((archive) => (archive.at(i).bytes = other), oneOfMany(made)), match[0]).not.toBe('');
          made += 1;
        }
    }
    expect(made).toBeGreaterThan(40);
  });

  it('where any single byte is another', { timeout: 120_000 }, async () => {
    const step = 409;
    let [made, skipped] = [0, 0];
    for (const [i, { name, bytes }] of decided.files.entries()) {
      if (!name.includes('.data.') || bytes.startsWith('["')) continue;
      for (let at = skipped; at < bytes.length; at += step, ++made) {
        const other = bytes.slice(0, at) + (bytes[at] === '1' ? '2' : '1') + bytes.slice(at + 1);
        expect(
          await changed((archive) => (archive.at(i).bytes = other), oneOfMany(made)),
          `byte ${at} of ${bytes.slice(0, 90)}`,
        ).not.toBe('');
      }
      skipped = (skipped + 117) % step;
    }
    expect(made).toBeGreaterThan(30);
  });

  it('with ballots of another election or of no voter', async () => {
    const credential = ballotText.slice(ballotText.indexOf('"credential":"') + 14).slice(0, 64);
    const inRoll = (what: string, by: string) =>
      changed((archive) => (archive.at(roll).bytes = replaced(archive.at(roll).bytes, what, by)));
    expect(
      await changed(
        (archive) => (archive.at(firstBallot).bytes = replaced(ballotText, '"election_uuid":"', '"election_uuid":"1')),
      ),
    ).toContain('made for another election');
    expect(await inRoll(credential, twiceG)).toContain("no voter's credential");
    expect(await inRoll(`${credential},1`, `${credential},7`)).toContain('another number of ballots');
  });

  it.each([
    ['"answers":[', '"answers": [', 'compact JSON'],
    ['"answers":[{', '"answers":[{"extra":1,', 'not what it should be'],
    ['"challenge":"', '"challenge":"0', 'not what it should be'],
    ['"blank_proof"', '"blank_prooF"', 'not what it should be'],
    ['"answers":[', '"answers":[],"answers":[', 'compact JSON'],
  ])('with a ballot in another form: %s', async (what, by, told) => {
    expect(await changed((archive) => (archive.at(firstBallot).bytes = replaced(ballotText, what, by)))).toContain(
      told,
    );
  });

  it('where a ballot that was replaced is of another shape', async () => {
    for (const answers of ['[]', '[{"choices":[],"individual_proofs":[],"overall_proof":[]}]']) {
      const other = ballotText.replace(/"answers":\[.*\],"signature"/, `"answers":${answers},"signature"`);
      expect(await changed((archive) => (archive.at(firstBallot).bytes = other))).toContain('event 1');
    }
  });

  it('where its events are no chain in their order', async () => {
    const event = decided.find('{"parent"', firstBallot);
    const ofEvent = (what: string, by: string) =>
      changed((archive) => (archive.at(event).bytes = replaced(archive.at(event).bytes, what, by)));
    expect(await changed((archive) => archive.files.splice(event, 1))).toContain('not numbered in order');
    expect(await ofEvent('"parent":"', '"parent":"0')).toContain('does not refer to the event before it');
    expect(await ofEvent('"Ballot"', '"Result"')).toContain('does not belong here');
    expect(await changed((archive) => archive.files.splice(firstBallot, 1))).toContain('data that is missing');
  });

  it('where the result is not what enough trustees decrypted', async () => {
    const result = decided.find('{"result"');
    const says = (text: string) => changed((archive) => (archive.at(result).bytes = `{"result":${text}}`));
    expect(await says('[[0,2,2],[1,3]]')).toContain('not what was decrypted');
    expect(await says('[[0,1],[1,3]]')).toContain('of another tally');
    const archive = decided.copy();
    const events = archive.files.flatMap(({ bytes }, i) => (bytes.includes('"PartialDecryption"') ? [i] : []));
    const last = events.at(-1) ?? 0;
    archive.files.splice(last, 1);
    const end = archive.at(archive.files.length - 1);
    const before = archive.at(events.at(-2) ?? 0).name.slice(0, 64);
    end.bytes = end.bytes
      .replace(/"parent":"[0-9a-f]{64}"/, `"parent":"${before}"`)
      .replace(/"height":(\d+)/, (_, height: string) => `"height":${Number(height) - 1}`);
    expect(await wrongWith(archive.consistent())).toContain('too few trustees');
  });
});

describe('an archive', () => {
  const whole = decided.asNamed();
  it('that is damaged is refused in words', async () => {
    expect(await wrongWith(new Uint8Array())).toContain('no Belenios archive');
    expect(await wrongWith(new Uint8Array(512).fill(120))).toContain('tar header');
    expect(await wrongWith(whole.slice(0, 1024))).toContain('holds no election');
    for (const length of [100, 700, 2000, 9000])
      expect(await wrongWith(whole.slice(0, length)), `${length}`).not.toBe('');
    const hidden = whole.slice();
    hidden[1023] = 33;
    expect(await wrongWith(hidden)).toContain('hidden');
  });
  it('with what is not verified here says so', async () => {
    const election = decided.find('{"version":1,"description"');
    const ofElection = (what: string, by: string) =>
      changed((archive) => (archive.at(election).bytes = replaced(archive.at(election).bytes, what, by)));
    expect(await ofElection('Ed25519', 'RFC-3526-2048')).toContain('only Ed25519');
    const other = '"questions":[{"type":"NonHomomorphic","value":{"answers":["a"],"question":"q"}},';
    expect(await ofElection('"questions":[', other)).toContain('not what it should be');
  });
});
