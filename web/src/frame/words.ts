// All words of the page: the shared ones, those of the chapters, and the sentences of refusals.
import { chapters } from '../chapters/index';
import { joined } from '../locales/catalogue';
import shared from '../locales/en.json';
import { messages } from '../locales/messages';

export const words = joined([shared, { problem: messages }, ...chapters.map((chapter) => chapter.words)]);
