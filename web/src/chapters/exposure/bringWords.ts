// The words for a question set of a table, which come with it.
import { addWords } from '../../locales/i18n';
import words from './bring.en.json';

addWords(words);
