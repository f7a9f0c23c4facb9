// The words for what was seen and what is weak against it, which come with it.
import { addWords } from '../../locales/i18n';
import words from './seen.en.json';

addWords(words);
