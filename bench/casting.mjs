// How long a browser takes to encrypt a ballot: the page's own code, in Chromium, on one question, or on several as a round of exposure
// asks them; beside multiplications of the generator alone, by the same library on the same page.
// usage: node bench/casting.mjs [ANSWERS [TIMES [QUESTIONS]]]     Needs the page's packages (./start --build-only) and Chromium.
import { join } from 'node:path';
import { bundled, web, withChromium } from './chromium.mjs';
import { require, run } from './served.mjs';

const multiplications = 200;

const ballot = join(web, 'src/ballot');
const module = `export * from '${ballot}/cast.ts';\nexport { powerOfGenerator, randomScalar, written } from '${ballot}/group.ts';\n`;

/** In the page: ballots, each opened again with its own randomness to see that it encrypts what it should. */
function castBallots([count, repeat, bare, several]) {
  const list = Array.from({ length: count }, (_, i) => `answer ${i}`);
  const question = {
    answers: list,
    max: 1,
    question: 'Which?',
    ...(several > 1 ? { min: 0 } : { blank: true, min: 1 }),
  };
  const setup = JSON.stringify({
    public_key: cast.written(cast.powerOfGenerator(cast.randomScalar())),
    uuid: 'ccopMeasured',
    questions: Array.from({ length: several }, () => question),
  });
  const credential = cast.randomScalar();
  const chosen = [...(question.blank ? [0] : []), 1, ...list.slice(1).map(() => 0)];
  const choices = Array.from({ length: several }, () => chosen);
  const ballots = [];
  const times = Array.from({ length: repeat }, () => {
    const began = performance.now();
    ballots.push(cast.castBallot(setup, credential, choices));
    return performance.now() - began;
  });
  const sound = ballots.filter(({ text, randomness }) => cast.saysWhatWasChosen(setup, text, randomness, choices));
  const scalars = Array.from({ length: bare }, () => cast.randomScalar());
  const began = performance.now();
  for (const scalar of scalars) cast.powerOfGenerator(scalar);
  return {
    times,
    sound: sound.length,
    different: new Set(ballots.map(({ text }) => text)).size,
    bare: (performance.now() - began) / bare,
  };
}

await run(async () => {
  const [answers = 10, times = 20, questions = 1] = process.argv.slice(2).map(Number);
  await withChromium(async (browser) => {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: await bundled('cast', module) });
    const took = await page.evaluate(castBallots, [answers, times, multiplications, questions]);
    require(took.sound === times, `${times - took.sound} of ${times} ballots do not say what was chosen`);
    require(took.different === times, 'two ballots are the same');
    const sorted = [...took.times].sort((a, b) => a - b);
    const median = sorted[sorted.length >> 1];
    console.log(
      `${questions > 1 ? `${questions} questions of ${answers} answers` : `${answers} answers and a blank vote`}: first ${took.times[0].toFixed(0)} ms, median ${median.toFixed(0)} ms, slowest ` +
        `${sorted.at(-1).toFixed(0)} ms of ${times}; as long as ${(median / took.bare).toFixed(0)} multiplications of the generator alone`,
    );
  });
});
