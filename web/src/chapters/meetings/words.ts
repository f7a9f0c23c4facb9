// The words of a meeting's page, which come with the first of its parts that is shown.
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

addWords(words);
