// The language of the page. English now; the pseudo-locale shows what is not in a catalogue, and `?dir=rtl` how the page reads from
// the right.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import type { Catalogue } from './catalogue';
import { pseudo } from './pseudo';

const asked = new URLSearchParams(window.location.search);
const remembered = (name: string) => {
  const value = asked.get(name);
  if (value !== null) sessionStorage.setItem(name, value);
  return sessionStorage.getItem(name);
};

/** Words of something that is not part of the first load, and brings its own. */
export function addWords(catalogue: Catalogue) {
  const add = () => {
    i18next.addResourceBundle('en', 'translation', catalogue, true);
    i18next.addResourceBundle('pseudo', 'translation', pseudo(catalogue), true);
  };
  if (i18next.isInitialized) add();
  else i18next.on('initialized', add);
}

export function speak(catalogue: Catalogue) {
  const language = remembered('lang') === 'pseudo' ? 'pseudo' : 'en';
  document.documentElement.lang = language === 'pseudo' ? 'en-XA' : language;
  document.documentElement.dir = remembered('dir') === 'rtl' ? 'rtl' : 'ltr';
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: catalogue }, pseudo: { translation: pseudo(catalogue) } },
    interpolation: { escapeValue: false },
    // What came in too late is put in its place when it comes.
    react: { bindI18nStore: 'added' },
  });
}
