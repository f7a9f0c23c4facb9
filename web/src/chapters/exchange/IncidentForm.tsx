// Sharing an incident: what happened, when, how it was found, what helped; what machines can act on is recognised.
import { Checkbox, Group, MultiSelect, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';
import { FormModal } from '../../components/FormModal';
import { LongTextField, MomentField, TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { keepEditSecret } from './editSecrets';
import { MarkingSelect } from './Marking';
import { recognisedQuery } from './queries';
import { RecognisedSign } from './RecognisedSign';
import { useSend } from './useSend';

const empty = { name: '', description: '', when: '', found_by: '', helped: '', signs: '' };
const typeDelay = 300;

type Form = typeof empty;

/** What the form says; what was left empty is left out. */
function told({ when, name, description, ...more }: Form) {
  return {
    name,
    description,
    ...Object.fromEntries(Object.entries(more).filter(([, text]) => text !== '')),
    ...(when ? { when: new Date(when).toISOString() } : {}),
  };
}

export function IncidentForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { problem, send } = useSend();
  const [form, setForm] = useState(empty);
  const [marking, setMarking] = useState<Schemas['Marking']>('amber');
  const [asCommunity, setAsCommunity] = useState(false);
  const [recipients, setRecipients] = useState<string[]>([]);
  const set = (name: keyof Form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));
  const submit = async () => {
    const done = await send(
      api.POST('/api/exchange/incidents', {
        body: {
          ...told(form),
          marking,
          as_community: asCommunity,
          ...(marking === 'red' ? { recipients: recipients.map(Number) } : {}),
        },
      }),
    );
    if (!done) return false;
    if (done.edit_secret) keepEditSecret(done.id, done.edit_secret);
    setForm(empty);
    await navigate({ to: `/exchange/object/${done.id}` });
    return true;
  };
  return (
    <FormModal wide variant="filled" label={t('exchange.report')} submitLabel={t('exchange.share')} onSubmit={submit}>
      <Story form={form} set={set} />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t(`exchange.travels.${marking.replace('+', '-')}`)}
        value={marking}
        onChange={setMarking}
      />
      {marking === 'red' && <Recipients value={recipients} onChange={setRecipients} />}
      <Checkbox
        label={t('exchange.asCommunity')}
        description={t('exchange.asCommunityHint')}
        checked={asCommunity}
        onChange={(event) => setAsCommunity(event.currentTarget.checked)}
      />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

function Story({ form, set }: { form: Form; set: (name: keyof Form) => (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        required
        data-autofocus
        label={t('exchange.what')}
        maxLength={300}
        value={form.name}
        onChange={set('name')}
      />
      <LongTextField
        label={t('exchange.description')}
        maxLength={20000}
        value={form.description}
        onChange={set('description')}
      />
      <MomentField label={t('exchange.when')} value={form.when} onChange={set('when')} />
      <LongTextField label={t('exchange.foundBy')} maxLength={20000} value={form.found_by} onChange={set('found_by')} />
      <LongTextField label={t('exchange.helped')} maxLength={20000} value={form.helped} onChange={set('helped')} />
      <LongTextField
        label={t('exchange.signs')}
        description={t('exchange.signsHint')}
        maxLength={200000}
        maxRows={10}
        value={form.signs}
        onChange={set('signs')}
      />
      <Recognised text={form.signs} />
    </>
  );
}

function Recipients({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { data: directory } = useQuery(organizationsQuery);
  return (
    <MultiSelect
      searchable
      label={t('exchange.recipients')}
      data={(directory?.organizations ?? []).map(({ id, key }) => ({ value: String(id), label: key }))}
      value={value}
      onChange={onChange}
    />
  );
}

function Recognised({ text }: { text: string }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(text, typeDelay);
  const { data } = useQuery(recognisedQuery(settled));
  if (settled.trim() === '' || !data) return null;
  if (data.signs.length + data.left_out.length === 0) return <Text size="sm">{t('exchange.nothingRecognised')}</Text>;
  return (
    <div role="status">
      <Text size="sm" mb={4}>
        {t('exchange.recognised', { count: data.signs.length })}
      </Text>
      <Group gap={4}>
        {data.signs.slice(0, 50).map(({ kind, value, known_for }) => (
          <RecognisedSign key={kind + value} value={value} knownFor={known_for} />
        ))}
      </Group>
      {data.left_out.length > 0 && (
        <Text size="sm" mt={4}>
          {t('exchange.leftOut', { values: data.left_out.map(({ value }) => value).join(', ') })}
        </Text>
      )}
    </div>
  );
}
