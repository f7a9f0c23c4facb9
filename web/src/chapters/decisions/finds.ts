// Motions and decisions, by their title or number.
import { fits } from '../../components/fits';
import type { Finder } from '../chapter';
import { motionsQuery } from './queries';

/** The latest of them; older ones stand in the register. */
export const finds: Finder = async (queryClient, text) => {
  const { pages } = await queryClient.ensureInfiniteQueryData(motionsQuery);
  return pages
    .flatMap(({ motions }) => motions)
    .filter(({ content, decision }) => fits(text, content?.title, String(decision ?? '')))
    .reverse()
    .map(({ id, content, decision }) => ({
      label: content?.title ?? '',
      ...(decision === null ? {} : { hint: String(decision) }),
      to: `/motions/${id}`,
    }));
};
