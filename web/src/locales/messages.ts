// The sentences of refusals, which server and page share: api/messages/ has a catalogue for each chapter. They are loaded with the
// first refusal, which until then is told as the server told it.
import type { Catalogue } from './catalogue';
import { joined } from './catalogue';

const parts = import.meta.glob<Catalogue>('../../../api/messages/*.en.json', { eager: true, import: 'default' });

export const messages = { problem: joined(Object.values(parts)) };
