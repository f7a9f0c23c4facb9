// Clauses of the charter, by number or title.
import { fits } from '../../components/fits';
import type { Finder } from '../chapter';
import { clauseId } from './clauseId';
import { charterQuery } from './queries';

/** Their words are searched on their page. */
export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(charterQuery)).clauses
    .filter(({ number, title }) => fits(text, number, title))
    .map(({ number, title }) => ({ label: `${number} ${title}`, to: '/charter', hash: clauseId(number) }));
