// The arithmetic of proofs by script: slower than WebAssembly, and in every browser.
import type { AnswerAsked, Arithmetic, Branch, DecryptionAsked, Numbers, OpenCiphertext } from './arithmetic';
import { order } from './group';
import type { Extended } from './multi';
import { add, allWritten, decoded, generatorPowers, negated, nothing, Powers, Table } from './multi';

/** Nothing for what is not of the group. */
function element(text: string): Powers | undefined {
  const point = decoded(text);
  const powers = point && new Powers(point);
  return powers?.isInSubgroup ? powers : undefined;
}

interface CiphertextPowers {
  alpha: Powers;
  beta: Powers;
}

const sumOf = (some: CiphertextPowers[]): OpenCiphertext =>
  some.reduce((sum, { alpha, beta }) => ({ alpha: add(sum.alpha, alpha.point), beta: add(sum.beta, beta.point) }), {
    alpha: nothing,
    beta: nothing,
  });

const pairs = (texts: string[]) =>
  texts.flatMap((alpha, i) => (i % 2 === 0 ? [{ alpha, beta: texts[i + 1] ?? '' }] : []));

class ByScript implements Arithmetic {
  private table: Table | undefined;

  constructor(private readonly text: string) {}

  /** Powers of the election's key. */
  private get key(): Table {
    return (this.table ??= new Table(decoded(this.text) ?? nothing));
  }

  answer({ ciphertexts, summedFrom, branches }: AnswerAsked) {
    const powers: CiphertextPowers[] = [];
    for (const ciphertext of ciphertexts) {
      const [alpha, beta] = [element(ciphertext.alpha), element(ciphertext.beta)];
      if (!alpha || !beta) return undefined;
      powers.push({ alpha, beta });
    }
    const sum = sumOf(powers.slice(summedFrom));
    const summed = { alpha: new Powers(sum.alpha), beta: new Powers(sum.beta) };
    const commitments = branches.flatMap((branch) =>
      this.commitmentsOf(branch, branch.about === 'sum' ? summed : (powers[branch.about] ?? summed)),
    );
    const [written = { alpha: '', beta: '' }, ...rest] = pairs(allWritten([sum.alpha, sum.beta, ...commitments]));
    const open = powers.map(({ alpha, beta }) => ({ alpha: alpha.point, beta: beta.point }));
    return { open, sum: written, commitments: rest };
  }

  private commitmentsOf({ challenge, response, value }: Branch, { alpha, beta }: CiphertextPowers): Extended[] {
    const a = add(generatorPowers().power(response), alpha.power(challenge));
    const b = add(this.key.power(response), beta.power(challenge));
    if (value === 0) return [a, b];
    return [a, add(b, negated(generatorPowers().power((challenge * BigInt(value)) % order)))];
  }

  decryption({ challenge, response, ...texts }: DecryptionAsked) {
    const [key, alpha, factor] = [element(texts.key), element(texts.alpha), element(texts.factor)];
    if (!key || !alpha || !factor) return undefined;
    const commitments = allWritten([
      add(generatorPowers().power(response), key.power(challenge)),
      add(alpha.power(response), factor.power(challenge)),
    ]);
    return { factor: factor.point, commitments };
  }

  knowledge(text: string, { challenge, response }: Numbers) {
    const key = element(text);
    return key && allWritten([add(generatorPowers().power(response), key.power(challenge))])[0];
  }
}

export const byScript = (key = ''): Arithmetic => new ByScript(key);
