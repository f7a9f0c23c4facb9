// The words that every page needs at once: the shared ones, and those of the chapters. Those of refusals come with the first (locales/messages.ts).
import { chapters } from '../chapters/index';
import { joined } from '../locales/catalogue';
import shared from '../locales/en.json';

export const words = joined([shared, ...chapters.map((chapter) => chapter.words)]);
