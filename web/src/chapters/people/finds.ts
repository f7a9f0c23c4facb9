// People, by their name or organization.
import { fits } from '../../components/fits';
import type { Finder } from '../chapter';
import { peopleQuery } from './queries';

export const finds: Finder = async (queryClient, text) =>
  (await queryClient.ensureQueryData(peopleQuery)).people
    .filter(({ name, organization }) => fits(text, name, organization))
    .map(({ name, title, organization }) => ({
      label: name ?? '',
      hint: [title, organization].filter(Boolean).join(' · '),
      to: '/people',
    }));
