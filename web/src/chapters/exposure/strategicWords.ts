// The words of the pages that show all rounds together, which come with the first of them that is opened.
import { addWords } from '../../locales/i18n';
import './resultWords';
import words from './strategic.en.json';
import './words';

addWords(words);
