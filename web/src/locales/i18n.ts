// The words of the page, in its language: English now. The pseudo-locale shows what is not in a catalogue, and `?dir=rtl` how the page reads
// from the right.
import { useMemo, useSyncExternalStore } from 'react';

import type { Catalogue } from './catalogue';
import type { Say } from './gaps';
import { pseudo } from './pseudo';
import type { Values } from './sentence';
import { sentenceIn } from './sentence';

const asked = new URLSearchParams(window.location.search);
const remembered = (name: string) => {
  const value = asked.get(name);
  if (value !== null) sessionStorage.setItem(name, value);
  return sessionStorage.getItem(name);
};

let language = 'en';
let words: Catalogue = {};
const listeners = new Set<() => void>();

/** Words of something that is not part of the first load, and brings its own. */
export function addWords(catalogue: Catalogue) {
  words = laidOver(words, language === 'pseudo' ? pseudo(catalogue) : catalogue);
  // What came in too late is put in its place when it comes.
  listeners.forEach((listener) => listener());
}

export function speak(catalogue: Catalogue) {
  const wanted = remembered('lang') === 'pseudo' ? 'pseudo' : 'en';
  // Words that came before the language was known.
  if (wanted === 'pseudo' && language !== wanted) words = pseudo(words);
  language = wanted;
  document.documentElement.lang = language === 'pseudo' ? 'en-XA' : language;
  document.documentElement.dir = remembered('dir') === 'rtl' ? 'rtl' : 'ltr';
  addWords(catalogue);
}

/** A catalogue may come twice: by itself, and with all others in tests. */
function laidOver(under: Catalogue, over: Catalogue): Catalogue {
  const both = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const there = under[key];
    both[key] = typeof value === 'object' && typeof there === 'object' ? laidOver(there, value) : value;
  }
  return both;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface Language {
  language: string;
  exists: (key: string) => boolean;
}

/** `t` gives the words of a key with its gaps filled; the key itself where there are none yet, or what `defaultValue` says. */
export function useTranslation() {
  const now = useSyncExternalStore(subscribe, () => words);
  return useMemo(
    (): { t: Say; i18n: Language } => ({
      t: (key, ...[values = {}]: [Values?]) =>
        sentenceIn(now, language, key, values) ??
        sentenceIn(words, language, key, values) ?? // whoever waited for words has the `t` of before
        values.defaultValue ??
        key,
      i18n: { language, exists: (key: string) => sentenceIn(now, language, key) !== undefined },
    }),
    [now],
  );
}
