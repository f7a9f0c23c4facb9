// A decryption that a trustee made with another program: what is compared before it is signed.
import { unboundApart } from '../../ballot/apart';
import { isText, listOf } from '../../ballot/parse';
import type { Proof } from '../../ballot/spec';
import { asIs, exactly, isPartialDecryption, isProof, must } from '../../ballot/spec';
import type { Decrypted } from '../../ballot/trustee';
import type { CountedHere } from './evidence';
import type { ElectionPage } from './standing';

/** As `ccop election decrypt` writes it. */
const isFile = exactly<Decrypted & { election: string }>({
  election: isText,
  tally: isText,
  decryption: isText,
  proofs: isText,
});
const isBoundProofs = exactly<{ tally: string; proofs: Proof[][] }>({
  tally: isText,
  proofs: listOf(listOf(isProof)),
});

/** `trustee` counts from 1. Throws Unsound for what is no decryption of the totals that this device counted, with that trustee's key. */
export async function broughtDecryption(
  text: string,
  { uuid }: ElectionPage,
  counted: CountedHere,
  trustee: number,
): Promise<Decrypted> {
  const { election, tally, decryption, proofs } = asIs(text, isFile, 'the decryption');
  const bound = asIs(proofs, isBoundProofs, 'the proofs of the decryption');
  const isOfThese = election === uuid && tally === counted.hash && bound.tally === counted.hash;
  must(isOfThese, 'the decryption is of another election or other totals');
  const { decryption_factors: factors } = asIs(decryption, isPartialDecryption, 'the decryption');
  const file = { election: counted.fingerprint, tally, trustees: [{ trustee, factors, proofs: bound.proofs }] };
  const opening = {
    fingerprint: counted.fingerprint,
    tally: counted.tally,
    trusteeKeys: counted.keys,
    decryptions: new Map(),
  };
  const unbound = await unboundApart(JSON.stringify(file), opening, [trustee]);
  must(unbound.length === 0, 'the decryption does not hold');
  return { tally, decryption, proofs };
}
