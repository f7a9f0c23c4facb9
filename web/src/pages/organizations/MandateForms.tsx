// Forms for mandates: appointing, succession, alternates, absence.
import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { queries } from '../../api/queries';
import { FormModal } from '../../components/FormModal';
import { isoOf, startOfDay, toLocal, viewerZone } from '../../components/time';

const today = () => toLocal(new Date(), viewerZone()).slice(0, 10);
/** A mandate from today begins now, not at the midnight before. */
const beginning = (date: string) => isoOf(date === today() ? new Date() : startOfDay(date));

export function PersonSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(queries.people);
  return (
    <Select
      required
      searchable
      label={t('person')}
      description={t('organization.personHint')}
      nothingFoundMessage={t('table.nothingFits')}
      data={(data?.people ?? []).map((p) => ({
        value: String(p.id),
        label: `${p.name ?? t('erased')}${p.organization ? ` (${p.organization})` : ''}`,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

export function AppointForm({
  organization,
  succession,
}: {
  organization: Schemas['Organization'];
  succession: boolean;
}) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: charter } = useQuery(queries.charter);
  const { data: people } = useQuery(queries.people);
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [declared, setDeclared] = useState<string[]>([]);
  const kind = succession ? 'succeed-representative' : 'appoint-representative';
  const submit = async () =>
    (await perform({
      words: t(`words.${kind}`, {
        name: people?.people.find((p) => String(p.id) === person)?.name,
        organization: organization.key,
      }),
      command: () => ({
        type: kind,
        organization: organization.id,
        person: Number(person),
        from: beginning(from),
        ...(until ? { until: isoOf(startOfDay(until)) } : {}),
        responsibilities: declared.map(Number).sort((a, b) => a - b),
      }),
    })) !== undefined;
  return (
    <FormModal label={t(`organization.${kind}`)} variant="filled" onSubmit={submit}>
      <PersonSelect value={person} onChange={setPerson} />
      <TextInput required type="date" label={t('from')} value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
      <TextInput
        type="date"
        label={t('organization.untilOptional')}
        value={until}
        onChange={(e) => setUntil(e.currentTarget.value)}
      />
      <Checkbox.Group label={t('organization.responsibilities')} value={declared} onChange={setDeclared}>
        <Stack gap="xs" mt="xs">
          {charter?.responsibilities.map((text, i) => (
            <Checkbox key={text} value={String(i)} label={text} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormModal>
  );
}

export function PeriodForm({ kind }: { kind: 'name-alternate' | 'declare-absence' }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const submit = async () =>
    (await perform({
      words: t(`words.${kind}`, { from, until }),
      command: () => ({
        type: kind,
        ...(kind === 'name-alternate' ? { person: Number(person) } : {}),
        from: beginning(from),
        until: isoOf(startOfDay(until)),
      }),
    })) !== undefined;
  return (
    <FormModal label={t(`organization.${kind}`)} onSubmit={submit}>
      <Text size="sm" c="dimmed">
        {t(`organization.${kind}-hint`)}
      </Text>
      {kind === 'name-alternate' && <PersonSelect value={person} onChange={setPerson} />}
      <TextInput required type="date" label={t('from')} value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
      <TextInput
        required
        type="date"
        label={t('until')}
        value={until}
        onChange={(e) => setUntil(e.currentTarget.value)}
      />
    </FormModal>
  );
}
