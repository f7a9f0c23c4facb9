// Objects of the exchange, as its own search finds them.
import type { Finder } from '../chapter';
import { searchQuery } from './queries';
import { everything } from './search';

/** One letter fits too much to be worth asking for. */
const least = 2;

export const finds: Finder = async (queryClient, text) => {
  if (text.length < least) return [];
  const { pages } = await queryClient.fetchInfiniteQuery(searchQuery({ ...everything, q: text }));
  return pages
    .flatMap(({ objects }) => objects)
    .map(({ id, title, type }) => ({ label: title, hint: type, to: `/exchange/object/${id}` }));
};
