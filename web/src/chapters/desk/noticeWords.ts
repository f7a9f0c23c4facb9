// The words of notices, which come with whatever shows some.
import { addWords } from '../../locales/i18n';
import words from './notices.en.json';

addWords(words);
