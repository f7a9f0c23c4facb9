// The words for answering, which come with it.
import { addWords } from '../../locales/i18n';
import words from './answering.en.json';

addWords(words);
