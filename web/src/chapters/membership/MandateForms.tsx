// Forms for mandates: appointing, succession, alternates, absence.
import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { charterQuery } from '../record/shared';
import { PersonSelect, usePersonNamed } from '../people/shared';
import { isoOf, startOfDay, toLocal, viewerZone } from '../../components/time';
import { DayField } from '../../components/fields';

const today = () => toLocal(new Date(), viewerZone()).slice(0, 10);
/** A mandate from today begins now, not at the midnight before. */
const beginning = (date: string) => isoOf(date === today() ? new Date() : startOfDay(date));

export function AppointForm({
  organization,
  succession,
}: {
  organization: Schemas['Organization'];
  succession: boolean;
}) {
  const { t } = useTranslation();
  const { data: charter } = useQuery(charterQuery);
  const named = usePersonNamed();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [declared, setDeclared] = useState<string[]>([]);
  const kind = succession ? 'succeed-representative' : 'appoint-representative';
  const act = (): Act => ({
    words: t(`words.${kind}`, {
      name: named(person),
      organization: organization.key,
    }),
    command: (): Command => ({
      type: kind,
      organization: organization.id,
      person: Number(person),
      from: beginning(from),
      ...(until ? { until: isoOf(startOfDay(until)) } : {}),
      responsibilities: declared.map(Number).sort((a, b) => a - b),
    }),
  });
  return (
    <ActForm label={t(`organization.${kind}`)} variant="filled" act={act}>
      <PersonSelect value={person} onChange={setPerson} />
      <DayField required label={t('from')} value={from} onChange={setFrom} />
      <DayField label={t('organization.untilOptional')} value={until} onChange={setUntil} />
      <Checkbox.Group label={t('organization.responsibilities')} value={declared} onChange={setDeclared}>
        <Stack gap="xs" mt="xs">
          {charter?.responsibilities.map((text, i) => (
            <Checkbox key={text} value={String(i)} label={text} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActForm>
  );
}

export function PeriodForm({ kind }: { kind: 'name-alternate' | 'declare-absence' }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const act = (): Act => ({
    words: t(`words.${kind}`, { name: named(person), from, until }),
    command: (): Command => {
      const period = { from: beginning(from), until: isoOf(startOfDay(until)) };
      return kind === 'name-alternate' ? { type: kind, person: Number(person), ...period } : { type: kind, ...period };
    },
  });
  return (
    <ActForm label={t(`organization.${kind}`)} act={act}>
      <Text size="sm" c="dimmed">
        {t(`organization.${kind}-hint`)}
      </Text>
      {kind === 'name-alternate' && <PersonSelect value={person} onChange={setPerson} />}
      <DayField required label={t('from')} value={from} onChange={setFrom} />
      <DayField required label={t('until')} value={until} onChange={setUntil} />
    </ActForm>
  );
}
