// The words of the watch list, which come with what shows something of it.
import { addWords } from '../../locales/i18n';
import words from './watch.en.json';

addWords(words);
