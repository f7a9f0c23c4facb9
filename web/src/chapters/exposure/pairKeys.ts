// Two digits choose a pair of answers, as they choose its parts: how often first, and then how bad.
import { useState } from 'react';

import type { Pairs } from './pairs';
import { pairOf } from './pairs';

export interface PickedRow {
  /** What the first digit picked, or a phone's first step; it is no answer yet. */
  row: string | undefined;
  pick: (row: string | undefined) => void;
  /** Gives the pair with the second digit; whether there is such a part it says by taking the key. */
  press: (digit: number) => { isTaken: boolean; pair?: string };
}

export function usePickedRow(pairs: Pairs | undefined): PickedRow {
  const [row, pick] = useState<string>();
  const press = (digit: number) => {
    const name = (row === undefined ? pairs?.first : pairs?.second)?.[digit - 1];
    if (name === undefined) return { isTaken: false };
    if (row !== undefined) return { isTaken: true, pair: pairOf(row, name) };
    pick(name);
    return { isTaken: true };
  };
  return { row, pick, press };
}
