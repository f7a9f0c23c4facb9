// Organizations, by how they are called.
import { fits } from '../../components/fits';
import type { Finder } from '../chapter';
import { organizationsQuery } from './queries';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(organizationsQuery)).organizations
    .filter(({ key, name }) => fits(text, key, name))
    .map(({ id, key, name }) => ({ label: key, hint: name, to: `/organizations/${id}` }));
