// The words of mail, which come with the first page that speaks of it.
import told from '../../../../api/mail/en.json';
import { addWords } from '../../locales/i18n';
import words from './pages.en.json';

// What was sent is called on the page as it is in the mail.
addWords({ mail: { ...words.mail, about: { duty: told.duty, notice: told.notice, invitation: told.invitation } } });
