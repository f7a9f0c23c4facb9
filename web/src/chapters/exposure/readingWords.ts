// The words of a question set that is read, which come with it.
import { addWords } from '../../locales/i18n';
import words from './reading.en.json';

addWords(words);
