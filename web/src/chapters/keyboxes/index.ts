// The keys with which seats vote: made on their own devices, kept by the host as nobody but these devices can read them.
import { chapter } from '../chapter';

export const keyboxes = chapter({ name: 'keyboxes', words: {} });
