// Chooses one of the registered people. Whom the rules bar stands below the others with the reason, and is not chosen.
import { Group, Select } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { problemOf } from '../../acts/problems';
import { toAskAbout } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { useSentenceOf } from '../../components/useSentences';
import { useTranslation } from '../../locales/i18n';
import { peopleQuery } from './queries';
import { RegisterForm } from './RegisterForm';
import { useBarred } from './useBarred';

interface Props {
  value: string | null;
  onChange: (id: string | null) => void;
  /** The form begins with it, and so does whoever opens the form. */
  isFirst?: boolean;
  /** What would be asked with that person. */
  asks?: ((person: string) => Command) | undefined;
}

export function PersonSelect({ value, onChange, isFirst = false, asks }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(peopleQuery);
  const [opened, setOpened] = useState(false);
  const people = data?.people ?? [];
  const barred = useBarred(opened ? people : [], asks);
  const reason = useReason(value, asks);
  const mayRegister = data?.may.includes('register-person') ?? false;
  return (
    <>
      <Select
        required
        searchable
        data-autofocus={isFirst || undefined}
        label={t('person')}
        description={mayRegister ? undefined : t('people.selectHint')}
        nothingFoundMessage={t('table.nothingFits')}
        data={useGroups(people, barred)}
        onDropdownOpen={() => setOpened(true)}
        value={value}
        error={reason}
        onChange={onChange}
      />
      {mayRegister && (
        <Group>
          <RegisterForm
            label={t('people.registerHere')}
            variant="subtle"
            size="compact-sm"
            onRegistered={(person) => onChange(String(person))}
          />
        </Group>
      )}
    </>
  );
}

/** Those who speak for an organization, and the others; each by name. Below them who is barred, by the reason. */
function useGroups(people: Schemas['Person'][], barred: Map<number, string>) {
  const { t, i18n } = useTranslation();
  const options = people
    .map(({ id, name, organization }) => ({
      value: String(id),
      reason: barred.get(id),
      label: `${name ?? t('erased')}${organization ? ` (${organization})` : ''}`,
      isSeated: organization !== null,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  const of = (seated: boolean) =>
    options
      .filter(({ isSeated, reason }) => isSeated === seated && reason === undefined)
      .map(({ value, label }) => ({ value, label }));
  const forReason = (why: string) =>
    options.filter(({ reason }) => reason === why).map(({ value, label }) => ({ value, label, disabled: true }));
  return [
    { group: t('people.seated'), items: of(true) },
    { group: t('people.unseated'), items: of(false) },
    ...[...new Set(barred.values())].map((why) => ({ group: why, items: forReason(why) })),
  ].filter(({ items }) => items.length > 0);
}

/** Why the rules would refuse it; nothing while they don't, or are not known to. */
function useReason(value: string | null, asks: Props['asks']): string | undefined {
  const sentenceOf = useSentenceOf();
  const command = value === null ? undefined : toAskAbout(asks && (() => asks(value)));
  const { error } = useQuery({
    queryKey: ['may-be-chosen', command],
    queryFn: command ? () => answer(api.POST('/api/acts/prepare', { body: { command } })) : skipToken,
    retry: false,
    gcTime: 0,
    meta: { shows: 'everything' },
  });
  const problem = error ? problemOf(error) : undefined;
  return problem?.status === 422 ? sentenceOf(problem) : undefined;
}
