// The compiler's part of the tests: what is no command of the program doesn't compile. A line below that began to compile fails the build.
import type { Schemas } from '../api/client';
import type { Command, CommandName } from './act';

/** Both are kept by the compiler alone. */
export const commands: Command[] = [
  { type: 'cast-vote', motion: 1, choice: 0, seen: { texts: [], clear: [] } },
  { type: 'open-motion', motion: 1, seen: { texts: [], clear: [] } },
  { type: 'end-absence' },
  // @ts-expect-error a misspelt command
  { type: 'cast-vot', motion: 1, choice: 0 },
  // @ts-expect-error an act, which is no command
  { type: 'vote-cast', motion: 1, choice: 0 },
  // @ts-expect-error a misspelt member
  { type: 'cast-vote', motoin: 1, choice: 0 },
  // @ts-expect-error a missing member
  { type: 'cast-vote', motion: 1 },
  // @ts-expect-error a surplus member
  { type: 'cast-vote', motion: 1, choice: 0, reason: '' },
  // @ts-expect-error a member of another command
  { type: 'end-absence', motion: 1 },
  // @ts-expect-error a member of another type
  { type: 'cast-vote', motion: '1', choice: 0 },
];

export function checks({ may }: Schemas['Motion'], deeds: Schemas['Found']['may']): boolean[] {
  return [
    may.includes('cast-vote'),
    // @ts-expect-error a misspelt command
    may.includes('cast-vot'),
    deeds.includes('sight'),
    // @ts-expect-error a misspelt deed of the exchange
    deeds.includes('sihgt'),
  ];
}

/** A name and a type are the same thing, in both directions. */
export const nameOf = ({ type }: Command): CommandName => type;
export const typeOf = (name: CommandName): Command['type'] => name;
