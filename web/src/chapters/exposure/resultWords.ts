// The words for a round's result, which come with it.
import { addWords } from '../../locales/i18n';
import words from './result.en.json';

addWords(words);
