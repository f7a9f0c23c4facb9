// Adds the sentences of refusals to the page's words: whatever tells one before anybody was refused imports this.
import { addWords } from './i18n';
import { messages } from './messages';

addWords(messages);
