// The words of the chapter's pages, which come with the first of them that is shown.
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

addWords(words);
