// Motions and decisions, by their title or number; and proposing one.
import { fits } from '../../components/fits';
import type { Acts, Finder } from '../chapter';
import { motionsQuery } from './queries';
import { proposeMotion } from './toForms';

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

export const acts: Acts = async (queryClient, t) => {
  const { pages } = await queryClient.ensureInfiniteQueryData(motionsQuery);
  const may = pages[0]?.may ?? [];
  return may.includes('propose-motion') ? [{ label: t('motion.propose'), to: '/decisions', hash: proposeMotion }] : [];
};
