// The words of what became of recommendations, which come with the first page that shows it.
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

addWords(words);
