// The words of what happened at the doors and of quotas, which come with the page that shows it.
import { addWords } from '../../locales/i18n';
import words from './security.en.json';

addWords(words);
