// A made-up language: accented, longer and in brackets, so that words outside the catalogues and cut-off places stand out.
import type { Catalogue } from './catalogue';

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', c: 'ç', n: 'ñ', s: 'š', y: 'ý' };

export function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]+\}\})/);
  const letters = parts.map((part) =>
    part.startsWith('{{') ? part : part.replace(/[aeioucnsy]/g, (letter) => accents[letter] ?? letter),
  );
  return `[${letters.join('')}${'·'.repeat(Math.ceil(text.length / 5))}]`;
}

export function pseudo(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudo(value),
    ]),
  );
}
