// Objects of the exchange, as its own search finds them; and what brings something there.
import type { Acts, Finder } from '../chapter';
import { searchQuery } from './queries';
import { everything, storyTypes } from './search';
import { makeToken, reportIncident } from './toForms';
import './words';

/** One letter fits too much to be worth asking for. */
const least = 2;

export const finds: Finder = async (queryClient, text) => {
  if (text.length < least) return [];
  const { pages } = await queryClient.fetchInfiniteQuery(searchQuery({ ...everything, q: text }));
  return pages
    .flatMap(({ objects }) => objects)
    .map(({ id, title, type }) => ({ label: title, hint: type, to: `/exchange/object/${id}` }));
};

/** Whoever may look around there may also have a program do so. */
export const acts: Acts = async (queryClient, t) => {
  // As the page begins, so that both ask once.
  const { pages } = await queryClient.ensureInfiniteQueryData(searchQuery({ ...everything, type: storyTypes }));
  const may = pages[0]?.may ?? [];
  return [
    ...(may.includes('share') ? [{ label: t('exchange.report'), to: '/exchange', hash: reportIncident }] : []),
    { label: t('me.makeToken'), to: '/exchange/machines', hash: makeToken },
  ];
};
