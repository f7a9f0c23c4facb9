// Says by name whom a form names by number, and what whoever chooses them signs.
import { useQuery } from '@tanstack/react-query';

import { RefusedHere } from '../../acts/problems';
import type { Shown, Wording } from '../../acts/seen';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { peopleQuery } from './queries';

/** Gives the name of whoever has that number; nobody's is `erased`. */
export function usePersonNamed(): (id: string | null) => string {
  const { t } = useTranslation();
  const { data } = useQuery(peopleQuery);
  return (id) => data?.people.find((person) => String(person.id) === id)?.name ?? t('erased');
}

interface Named {
  name?: string | null;
  title?: string | null;
}

/** The profile of somebody who is shown by name and position. */
export const seenPerson = (wording: Shown, { name, title }: Named, clear: string[] = []): Wording =>
  seen(wording, [title === undefined ? { name } : { name, title }], clear);

/** The same of somebody with whom the answer gives the profile. */
export function seenDecidedOn(person: Schemas['Person'] | undefined): Wording {
  if (!person?.wording) throw new RefusedHere('text-is-erased');
  return seenPerson(person.wording, person);
}

/** Gives what whoever chooses the person of that number has seen of them. */
export function usePersonSeen(): (id: string | null) => Wording {
  const { data } = useQuery(peopleQuery);
  return (id) => seenDecidedOn(data?.people.find((person) => String(person.id) === id));
}
