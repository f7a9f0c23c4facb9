// How long a trustee's page takes to count an election on its own, and to decrypt the totals: the page's own code, in Chromium.
// usage: node bench/counting.mjs [VOTERS [ANSWERS [TIMES]]]     Needs the page's packages (./start --build-only) and Chromium.
import { join } from 'node:path';
import { bundled, web, withChromium } from './chromium.mjs';
import { require, run } from './served.mjs';

const module = ['cast', 'count', 'group', 'trustee']
  .map((name) => `export * from '${join(web, `src/ballot/${name}.ts`)}';\n`)
  .join('');

/** In the page: the keys of two of three trustees. */
function makeTrustees() {
  const numbers = [1, 2, 3];
  const place = (index) => ({ size: 3, threshold: 2, index });
  const seeds = numbers.map(() => ballot.newSeed());
  const certificates = seeds.map((seed, i) => ballot.makeCertificate(seed, place(i + 1)));
  const sent = seeds.map((seed, i) => JSON.parse(ballot.makePolynomial(seed, place(i + 1), certificates)));
  const outputs = seeds.map((seed, i) => {
    const { polynomial } = sent[i];
    const [coefexps, signatures] = [sent.map((one) => one.coefexps), sent.map((one) => one.signature)];
    const input = JSON.stringify({ polynomial, secrets: sent.map(({ secrets }) => secrets[i]), coefexps, signatures });
    return ballot.makeOutput(seed, place(i + 1), certificates, input);
  });
  const trustees = JSON.stringify([
    [
      'Pedersen',
      {
        threshold: 2,
        certs: certificates.map((text) => JSON.parse(text)),
        coefexps: sent.map(({ coefexps }) => coefexps),
        signatures: sent.map(({ signature }) => signature),
        verification_keys: outputs.map((text) => JSON.parse(text).public_key),
      },
    ],
  ]);
  const constants = sent.map(({ coefexps }) => ballot.read(JSON.parse(coefexps.message).coefexps[0]));
  return { seeds, outputs, trustees, key: ballot.written(constants.reduce((a, b) => a.add(b))) };
}

/** In the page: an election in which every voter chooses one of the answers, in turn. */
function makeElection([voters, answers]) {
  const { key, ...made } = globalThis.makeTrustees();
  const list = Array.from({ length: answers }, (_, i) => `answer ${i}`);
  const setup = JSON.stringify({
    version: 1,
    description: 'Measured',
    name: 'Measured',
    group: 'Ed25519',
    public_key: key,
    questions: [{ answers: list, blank: true, min: 1, max: 1, question: 'Which?' }],
    uuid: 'ccopMeasured',
  });
  const secrets = Array.from({ length: voters }, () => ballot.randomScalar());
  const credentials = JSON.stringify(secrets.map((one) => ballot.written(ballot.powerOfGenerator(one))));
  const ballots = secrets.map((secret, i) => {
    const chosen = [0, ...list.map((_, j) => (i % answers === j ? 1 : 0))];
    return ballot.castBallot(setup, secret, [chosen]).text;
  });
  globalThis.election = { ...made, setup, credentials, ballots };
}

/** In the page: what a trustee's page does, and then whether it was done right. */
function open([expected]) {
  const { setup, trustees, credentials, ballots, seeds, outputs } = globalThis.election;
  const began = performance.now();
  const count = new ballot.Count(setup, trustees, credentials);
  for (const text of ballots) count.add(text);
  const tally = count.tally();
  const counted = performance.now();
  const decrypted = ballot.decryptTotals(seeds[0], outputs[0], tally, count.fingerprint, 1);
  const ended = performance.now();
  count.decrypted(1, decrypted.decryption);
  count.decrypted(2, ballot.decryptTotals(seeds[1], outputs[1], tally, count.fingerprint, 2).decryption);
  count.mustBeResult([expected]);
  let refuses = false;
  try {
    new ballot.Count(setup, trustees, credentials).add(
      ballots[0].replace(/(?<="challenge":")\d/, (digit) => (digit === '7' ? '8' : '7')),
    );
  } catch {
    refuses = true;
  }
  return { counting: counted - began, decrypting: ended - counted, counted: count.counted, refuses };
}

await run(async () => {
  const [voters = 32, answers = 5, times = 5] = process.argv.slice(2).map(Number);
  await withChromium(async (browser) => {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({
      content: `${await bundled('ballot', module)};globalThis.makeTrustees = ${makeTrustees}`,
    });
    await page.evaluate(makeElection, [voters, answers]);
    const expected = [0, ...Array.from({ length: answers }, (_, j) => Math.ceil((voters - j) / answers))];
    const took = [];
    for (let i = 0; i < times; ++i) took.push(await page.evaluate(open, [expected]));
    require(took.every(({ counted }) => counted === voters), 'another number of ballots was counted');
    require(took.every(({ refuses }) => refuses), 'a ballot with another challenge is counted');
    const sorted = took.map((one) => one.counting + one.decrypting).sort((a, b) => a - b);
    const first = took[0];
    console.log(
      `${voters} voters, ${answers} answers and a blank vote: first ${(first.counting + first.decrypting).toFixed(0)} ms ` +
        `(counting ${first.counting.toFixed(0)}, decrypting ${first.decrypting.toFixed(0)}), median ` +
        `${sorted[sorted.length >> 1].toFixed(0)} ms of ${times}`,
    );
  });
});
