// What the committee does for a group: founds it, and finds it a Lead, or somebody who keeps it together meanwhile (clauses 7.4 and 7.5).
import { Select, Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { useTranslation } from '../../locales/i18n';
import { nextMidYear } from './midYear';
import { seenOf } from './terms';

type Page = Schemas['GroupPage'];

interface OneOfProps {
  label: string;
  description?: string;
  those: Schemas['Participation'][];
  value: string | null;
  onChange: (organization: string | null) => void;
}

function OneOf({ those, ...select }: OneOfProps) {
  return (
    <Select
      required
      data={those.map(({ id, organization }) => ({ value: String(id), label: organization }))}
      {...select}
    />
  );
}

const named = (those: Schemas['Participation'][], id: string | null) =>
  those.find((one) => String(one.id) === id)?.organization;

export function FoundForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { volunteers, committee, time_zone: zone } = group;
  const [lead, setLead] = useState<string | null>(volunteers.length === 1 ? String(volunteers[0]?.id) : null);
  const [contact, setContact] = useState<string | null>(null);
  const [now] = useState(() => new Date());
  const midYear = nextMidYear(group.mid_year_day, zone, now).toISOString();
  return (
    <ActForm
      label={t('group.found')}
      variant="filled"
      act={() => ({
        words: t('words.found-group', { title: group.title ?? t('erased'), lead: named(volunteers, lead) ?? '' }),
        command: (): Command => ({
          type: 'found-group',
          group: group.id,
          lead: Number(lead),
          contact: Number(contact),
          mid_year: nextMidYear(group.mid_year_day, zone, new Date()).toISOString(),
          seen: seenOf(group),
        }),
      })}
    >
      <OneOf
        label={t('group.lead')}
        description={t('group.leadHint')}
        those={volunteers}
        value={lead}
        onChange={setLead}
      />
      <Select
        required
        label={t('group.contact')}
        description={t('group.contactHint')}
        data={committee.map(({ id, name }) => ({ value: String(id), label: name ?? t('erased') }))}
        value={contact}
        onChange={setContact}
      />
      <Text size="sm">
        {t('group.midYear')} <DayEnd time={midYear} zone={zone} />
      </Text>
    </ActForm>
  );
}

export function AppointLeadForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { volunteers } = group;
  const [lead, setLead] = useState<string | null>(null);
  return (
    <ActForm
      label={t('group.appointLead')}
      variant="filled"
      act={() => ({
        words: t('words.appoint-lead', { title: group.title ?? t('erased'), lead: named(volunteers, lead) ?? '' }),
        command: (): Command => ({ type: 'appoint-lead', group: group.id, lead: Number(lead), seen: seenOf(group) }),
      })}
    >
      <OneOf
        label={t('group.lead')}
        description={t(volunteers.length === 0 ? 'group.nobodyVolunteered' : 'group.leadHint')}
        those={volunteers}
        value={lead}
        onChange={setLead}
      />
    </ActForm>
  );
}

export function ConvenerForm({ group }: { group: Page }) {
  const { t } = useTranslation();
  const [convener, setConvener] = useState<string | null>(null);
  return (
    <ActForm
      label={t('group.nameConvener')}
      act={() => ({
        words: '',
        command: (): Command => ({ type: 'name-convener', group: group.id, convener: Number(convener) }),
      })}
    >
      <OneOf
        label={t('group.convener')}
        description={t('group.convenerHint')}
        those={group.members}
        value={convener}
        onChange={setConvener}
      />
    </ActForm>
  );
}
