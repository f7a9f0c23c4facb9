// Reads JSON that others made: what has not the shape that is expected of it is told as such, before anything is computed with it.
// Members that are not expected are let be, and the value stays as it came, for signatures cover how it was written.

export type Shape<T> = (value: unknown) => value is T;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText: Shape<string> = (value) => typeof value === 'string';
export const isCount: Shape<number> = (value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** A whole number of any size, as Belenios writes it. */
export const isNumber: Shape<string> = (value): value is string => isText(value) && /^\d{1,100}$/.test(value);

export const listOf =
  <T>(is: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(is);

export const having =
  <T extends object>(members: { [Name in keyof T]-?: Shape<T[Name]> }): Shape<T> =>
  (value): value is T =>
    isObject(value) &&
    Object.entries<Shape<unknown>>(members).every(([name, is]) =>
      is(Object.hasOwn(value, name) ? value[name] : undefined),
    );

export const optional =
  <T>(is: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);

/** `what` names it for whoever reads that it isn't as it should be. */
export function parse<T>(text: string, is: Shape<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${what} can't be read`);
  }
  if (!is(value)) throw new Error(`${what} is not what it should be`);
  return value;
}
