// What is said of keyboxes comes with whatever shows one.
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

addWords(words);
