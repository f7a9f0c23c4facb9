// What is computed to check proofs about points of Ed25519: commitments, anew, so that they can be hashed. All of it is public. It is
// done by script (byScript.ts) or in WebAssembly (byWasm.ts), which is some times faster.
import type { Extended } from './multi';
import type { Ciphertext } from './spec';

export interface OpenCiphertext {
  alpha: Extended;
  beta: Extended;
}

/** Challenge and response of a proof, as numbers. */
export interface Numbers {
  challenge: bigint;
  response: bigint;
}

/** That a ciphertext, by its number in the answer, or their sum encrypts `value`. */
export interface Branch extends Numbers {
  about: number | 'sum';
  value: number;
}

export interface AnswerAsked {
  ciphertexts: Ciphertext[];
  /** The first one that the sum is of. */
  summedFrom: number;
  branches: Branch[];
}

export interface AnswerComputed {
  open: OpenCiphertext[];
  /** As it is written, and so are commitments. */
  sum: Ciphertext;
  /** Of each branch, g^response alpha^challenge and y^response (beta / g^value)^challenge. */
  commitments: Ciphertext[];
}

/** Knowledge of one x with key = g^x and factor = alpha^x. */
export interface DecryptionAsked extends Numbers {
  key: string;
  alpha: string;
  factor: string;
}

interface DecryptionComputed {
  factor: Extended;
  /** g^response key^challenge and alpha^response factor^challenge, as they are written. */
  commitments: string[];
}

/** Each gives nothing unless every point that it is given is of the group, written in the one way to write it. */
export interface Arithmetic {
  answer: (asked: AnswerAsked) => AnswerComputed | undefined;
  decryption: (asked: DecryptionAsked) => DecryptionComputed | undefined;
  /** g^response key^challenge, as it is written. */
  knowledge: (key: string, numbers: Numbers) => string | undefined;
}

/** For the election with that key y, which answers are about, and nothing else. */
export type ArithmeticOf = (key?: string) => Arithmetic;

export const numbersOf = ({ challenge, response }: { challenge: string; response: string }): Numbers => ({
  challenge: BigInt(challenge),
  response: BigInt(response),
});
