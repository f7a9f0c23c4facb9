// How a sentence of the catalogues is said: with a value for each of its gaps, or it does not compile.

/** The gaps of each sentence that has some, by its key; scripts/gaps.mjs reads them out of the catalogues (`npm run generate`). */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is all written
export interface Gaps {}

/** What stands in a gap. */
type Filled = string | number;
type More = Record<string, unknown>;

/** Of every sentence that `Key` may mean, where it is put together while the page runs. */
type GapsOf<Key extends string> = Gaps[Extract<keyof Gaps, Key>];

/** A refusal brings its values along; which of them it has, the program's compiler knows. */
type IsRefusal<Key extends string> = `problem.${string}` extends Key ? true : false;

type Values<Key extends string> = string extends Key
  ? [never]
  : IsRefusal<Key> extends true
    ? [values: Record<string, Filled>]
    : [GapsOf<Key>] extends [never]
      ? [values?: More]
      : [values: Record<GapsOf<Key>, Filled> & More];

/** Gives a sentence in the reader's language. */
export type Say = <const Key extends string>(key: Key, ...values: Values<Key>) => string;
