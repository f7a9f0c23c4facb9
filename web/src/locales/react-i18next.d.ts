// What the page uses of react-i18next, typed by the page's own catalogues: tsconfig.json has the compiler, and nobody else, read this in its place.
import type { i18n } from 'i18next';

import type { Say } from './gaps';

export { initReactI18next } from '../../node_modules/react-i18next/index.js';

export function useTranslation(): { t: Say; i18n: i18n };
