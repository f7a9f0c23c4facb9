// Working groups, by their title.
import { fits } from '../../components/fits';
import type { Finder } from '../chapter';
import { groupsQuery } from './queries';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(groupsQuery)).groups
    .filter(({ title }) => fits(text, title))
    .map(({ id, title }) => ({ label: title ?? '', to: `/groups/${id}` }));
