// Says by name whom a form names by number.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { peopleQuery } from './queries';

/** Gives the name of whoever has that number; nobody's is `erased`. */
export function usePersonNamed(): (id: string | null) => string {
  const { t } = useTranslation();
  const { data } = useQuery(peopleQuery);
  return (id) => data?.people.find((person) => String(person.id) === id)?.name ?? t('erased');
}
