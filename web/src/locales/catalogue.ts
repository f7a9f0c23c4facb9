// Joins catalogues of words into one. Each chapter has its own; a key stands in one of them.
export type Catalogue = { [key: string]: string | Catalogue };

/** Throws for a key that two have. */
export function joined(catalogues: Catalogue[]): Catalogue {
  const whole: Catalogue = {};
  for (const catalogue of catalogues) add(whole, catalogue, '');
  return whole;
}

function add(whole: Catalogue, part: Catalogue, path: string) {
  for (const [key, value] of Object.entries(part)) {
    const there = whole[key];
    if (there === undefined) whole[key] = typeof value === 'string' ? value : structuredClone(value);
    else if (typeof there === 'string' || typeof value === 'string')
      throw new Error(`two catalogues have ${path}${key}`);
    else add(there, value, `${path}${key}.`);
  }
}
