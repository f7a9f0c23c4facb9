// The commitment to a number with which lots are drawn: it binds the number to the record, the election and the person.
import { sha256 } from '@noble/hashes/sha2.js';

import { concat, utf8 } from '../acts/bytes';

interface Lot {
  logKey: string;
  election: number;
  person: number;
}

export const commitmentTo = (secret: Uint8Array, { logKey, election, person }: Lot): Uint8Array =>
  sha256(concat(utf8(`ccop-lot-v2|${logKey}|${election}|${person}|`), secret));
