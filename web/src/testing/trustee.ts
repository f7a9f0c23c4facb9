// A trustee with a key of their own, as the third round leaves one.
import { secretsOf, send } from '../ballot/channel';
import { powerOfGenerator, randomScalar, written } from '../ballot/group';
import { decryptTotals, newSeed } from '../ballot/trustee';

export function aTrustee() {
  const seed = newSeed();
  const secret = randomScalar();
  const key = written(powerOfGenerator(secret));
  const { signing, decryption } = secretsOf(seed);
  const own = written(powerOfGenerator(decryption));
  const output = JSON.stringify({
    private_key: send(signing, own, JSON.stringify({ decryption_key: String(secret) })),
    public_key: { public_key: key },
  });
  return {
    key,
    decrypts: (tally: string, electionHash: string, number: number) =>
      decryptTotals(seed, output, tally, electionHash, number),
  };
}
