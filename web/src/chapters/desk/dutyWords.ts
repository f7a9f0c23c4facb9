// The words of duties, which come with whatever shows some.
import { addWords } from '../../locales/i18n';
import words from './duties.en.json';

addWords(words);
