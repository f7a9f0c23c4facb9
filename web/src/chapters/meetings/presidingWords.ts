// The words of the room view and the screen, which come with the first of them.
import { addWords } from '../../locales/i18n';
import words from './presiding.en.json';

addWords(words);
