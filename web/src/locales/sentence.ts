// Finds words in a catalogue and fills their gaps: "{{count}} days", in the form that the number wants (days_one, days_other).
import type { Catalogue } from './catalogue';

export type Values = { count?: number; defaultValue?: string } & Record<string, unknown>;

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

function madeOnce<T>(made: Map<string, T>, language: string, make: (locale: string) => T): T {
  const one = made.get(language) ?? make(language === 'pseudo' ? 'en' : language);
  made.set(language, one);
  return one;
}

/** Nothing where the catalogue has no such words. Without values the gaps stay as they are. */
export function sentenceIn(words: Catalogue, language: string, key: string, values?: Values): string | undefined {
  const text = formOf(words, language, key, values?.count) ?? textAt(words, key);
  return text === undefined || values === undefined ? text : filled(text, language, key, values);
}

function formOf(words: Catalogue, language: string, key: string, count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  const form = madeOnce(rules, language, (locale) => new Intl.PluralRules(locale)).select(count);
  return textAt(words, `${key}_${form}`) ?? textAt(words, `${key}_other`);
}

function textAt(words: Catalogue, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<Catalogue | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words);
  return typeof found === 'string' ? found : undefined;
}

/** A gap is `{{name}}`, or `{{name, number}}` for one that is written as its language writes numbers. */
function filled(text: string, language: string, key: string, values: Values): string {
  return text.replace(/\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g, (gap, name: string, asNumber: string | undefined) => {
    const value = values[name];
    if (asNumber !== undefined && typeof value === 'number')
      return madeOnce(numbers, language, (locale) => new Intl.NumberFormat(locale)).format(value);
    if (value !== undefined && value !== null) return String(value);
    // Nobody should ever read one. Where the page is made and tested, whoever forgot a value is told.
    if (import.meta.env.DEV) throw new Error(`${key}: nothing fills ${gap}`);
    return '…';
  });
}
