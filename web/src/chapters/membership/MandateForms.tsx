// Forms for mandates: appointing, succession, alternates, absence.
import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { seen, together } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { charterQuery } from '../record/shared';
import { PersonSelect, seenPerson, usePersonNamed, usePersonSeen } from '../people/shared';
import { isoOf, startOfDay, toLocal, viewerZone } from '../../components/time';
import { DayField } from '../../components/fields';
import { useDay } from '../../components/useDay';

const today = () => toLocal(new Date(), viewerZone()).slice(0, 10);
/** A mandate from today begins now, not at the midnight before. */
const beginning = (date: string) => isoOf(date === today() ? new Date() : startOfDay(date));

/** The mandate whose place one from that time on takes: the latest of a main representative that still runs then. */
const inTheWay = (mandates: Schemas['Mandate'][], from: string) =>
  mandates.filter(({ kind, until }) => kind === 'main' && (until === null || until > from)).at(-1);

interface AppointProps {
  organization: Schemas['OrganizationPage'];
  succession: boolean;
}

export function AppointForm({ organization, succession }: AppointProps) {
  const { t } = useTranslation();
  const seenOf = usePersonSeen();
  const { data: charter } = useQuery(charterQuery);
  const named = usePersonNamed();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [declared, setDeclared] = useState<string[]>([]);
  const kind = succession ? 'succeed-representative' : 'appoint-representative';
  const asked = (who: string | null, begins: string, responsibilities: number[]): Command => {
    const loses = succession ? inTheWay(organization.mandates, begins) : undefined;
    const both = loses ? [seenOf(who), seenPerson(loses.wording, loses.person)] : [seenOf(who)];
    return {
      type: kind,
      organization: organization.id,
      person: Number(who),
      from: begins,
      ...(until ? { until: isoOf(startOfDay(until)) } : {}),
      responsibilities,
      seen: together(...both, seen({ texts: [] }, [], [organization.key, organization.name])),
    };
  };
  const act = (): Act => ({
    words: t(`words.${kind}`, { name: named(person), organization: organization.key }),
    command: (): Command =>
      asked(
        person,
        beginning(from),
        declared.map(Number).sort((a, b) => a - b),
      ),
  });
  // Of the person alone, as if all else were filled in.
  const now = useOpenedAt();
  const asks = (who: string) =>
    asked(
      who,
      from === today() || !from ? now : beginning(from),
      (charter?.responsibilities ?? []).map((_, i) => i),
    );
  return (
    <ActForm label={t(`organization.${kind}`)} variant="filled" act={act}>
      <PersonSelect value={person} onChange={setPerson} asks={charter && asks} />
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

/** A time that stays while the form is there: what is asked about is asked once. */
function useOpenedAt() {
  const [now] = useState(() => isoOf(new Date()));
  return now;
}

const month_ms = 30 * 86_400_000;

export function PeriodForm({ kind }: { kind: 'name-alternate' | 'declare-absence' }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const day = useDay();
  const act = (): Act => ({
    words: t(`words.${kind}`, { name: named(person), from: day(from), until: day(until) }),
    command: (): Command => {
      const period = { from: beginning(from), until: isoOf(startOfDay(until)) };
      if (kind === 'declare-absence') return { type: kind, ...period };
      return { type: kind, person: Number(person), ...period, seen: seenOf(person) };
    },
  });
  const now = useOpenedAt();
  // Of the person alone, as if all else were filled in.
  const asks = (who: string): Command => ({
    type: 'name-alternate',
    person: Number(who),
    from: now,
    until: isoOf(new Date(Date.parse(now) + month_ms)),
    seen: seenOf(who),
  });
  return (
    <ActForm label={t(`organization.${kind}`)} act={act}>
      <Text size="sm" c="dimmed">
        {t(`organization.${kind}-hint`)}
      </Text>
      {kind === 'name-alternate' && <PersonSelect value={person} onChange={setPerson} asks={asks} />}
      <DayField required label={t('from')} value={from} onChange={setFrom} />
      <DayField required label={t('until')} value={until} onChange={setUntil} />
    </ActForm>
  );
}
