// The words of the register's pages, which come with the first of them that is opened.
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

addWords(words);
