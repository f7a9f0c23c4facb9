// Questions whose answers are pairs, "Rare | Slight": one of a first list together with one of a second, all pairs of a row after another.
import type { Question } from './questionSet';

export interface Pairs {
  first: string[];
  second: string[];
}

const between = ' | ';

/** Nothing where they are no such pairs. */
export function pairsOf(names: readonly string[]): Pairs | undefined {
  const parts = names.map((name) => name.split(between));
  if (parts.some(({ length }) => length !== 2)) return undefined;
  const first = [...new Set(parts.map(([one = '']) => one))];
  const second = [...new Set(parts.map(([, other = '']) => other))];
  const all = first.flatMap((one) => second.map((other) => one + between + other));
  return first.length > 1 && second.length > 1 && all.join('\n') === names.join('\n') ? { first, second } : undefined;
}

export const pairOf = (first: string, second: string) => first + between + second;

/** The part of a chosen pair; nothing where none is chosen. */
export const partsOf = (pair: string | undefined): [string | undefined, string | undefined] => {
  const [first, second] = pair?.split(between) ?? [];
  return [first, second];
};

/** What is said of each of either list, where the evidence of a pair says one after the other: "Rare: once. Slight: a little." */
export function evidenceOf({ levels }: Question, { first, second }: Pairs): { first: string[]; second: string[] } {
  const cut = (row: number, column: number): [string, string] => {
    const evidence = levels[row * second.length + column]?.evidence ?? '';
    const at = evidence.indexOf(`. ${second[column] ?? ''}`);
    return at < 0 ? [evidence, evidence] : [evidence.slice(0, at + 1), evidence.slice(at + 2)];
  };
  return { first: first.map((_, i) => cut(i, 0)[0]), second: second.map((_, i) => cut(0, i)[1]) };
}
