// Sharing an incident: what happened, when, how it was found, what helped; what machines can act on is recognised.
import { Alert, Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { FormModal } from '../../components/FormModal';
import { LongTextField, MomentField, TextField } from '../../components/fields';
import { useAskedFor } from '../../components/useAskedFor';
import { keepEditSecret } from './editSecrets';
import { MarkingSelect } from './Marking';
import { Recipients } from './Recipients';
import { Recognised } from './Recognised';
import { reportIncident } from './toForms';
import { useSending } from './useSend';

const empty = { name: '', description: '', when: '', found_by: '', helped: '', signs: '' };

type Form = typeof empty;

interface Sharing extends Form {
  marking: Schemas['Marking'];
  asCommunity: boolean;
  recipients: string[];
  without: string[];
}

const nothing: Sharing = { ...empty, marking: 'amber', asCommunity: false, recipients: [], without: [] };

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
  const send = useSending();
  const draft = useDraft('incident', nothing);
  const { marking, asCommunity, recipients, without, ...form } = draft.value;
  const [unkept, setUnkept] = useState<string>();
  const set = (name: keyof Form) => (value: string) => draft.change({ [name]: value });
  const submit = async () => {
    const { data: done, problem } = await send(
      api.POST('/api/exchange/incidents', {
        body: {
          ...told(form),
          ...(without.length > 0 ? { without } : {}),
          marking,
          as_community: asCommunity,
          ...(marking === 'red' ? { recipients: recipients.map(Number) } : {}),
        },
      }),
    );
    if (problem) return problem;
    const { id, edit_secret } = done;
    const isKept = edit_secret ? keepEditSecret(id, form.name, edit_secret) : true;
    draft.drop();
    setUnkept(isKept ? undefined : edit_secret);
    if (!isKept) return false; // told here, for it is told only now
    await navigate({ to: `/exchange/object/${id}` });
    return true;
  };
  return (
    <FormModal
      {...useAskedFor(reportIncident)}
      wide
      variant="filled"
      label={t('exchange.report')}
      submitLabel={t('exchange.share')}
      onSubmit={submit}
    >
      <DraftNote draft={draft} />
      <Story form={form} set={set} without={without} onWithout={(values) => draft.change({ without: values })} />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t(`exchange.travels.${marking.replace('+', '-')}`)}
        value={marking}
        onChange={(chosen) => draft.change({ marking: chosen })}
      />
      {marking === 'red' && (
        <Recipients value={recipients} onChange={(chosen) => draft.change({ recipients: chosen })} />
      )}
      <Checkbox
        label={t('exchange.asCommunity')}
        description={t('exchange.asCommunityHint')}
        checked={asCommunity}
        onChange={(event) => draft.change({ asCommunity: event.currentTarget.checked })}
      />
      {unkept && <Alert>{t('exchange.editSecretOfFile', { secret: unkept })}</Alert>}
    </FormModal>
  );
}

interface StoryProps {
  form: Form;
  set: (name: keyof Form) => (value: string) => void;
  without: string[];
  onWithout: (values: string[]) => void;
}

function Story({ form, set, without, onWithout }: StoryProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        required
        data-autofocus
        field="name"
        label={t('exchange.what')}
        maxLength={300}
        value={form.name}
        onChange={set('name')}
      />
      <LongTextField
        field="description"
        label={t('exchange.description')}
        maxLength={20000}
        value={form.description}
        onChange={set('description')}
      />
      <MomentField field="when" label={t('exchange.when')} value={form.when} onChange={set('when')} />
      <LongTextField
        field="found_by"
        label={t('exchange.foundBy')}
        maxLength={20000}
        value={form.found_by}
        onChange={set('found_by')}
      />
      <LongTextField
        field="helped"
        label={t('exchange.helped')}
        maxLength={20000}
        value={form.helped}
        onChange={set('helped')}
      />
      <LongTextField
        field="signs"
        label={t('exchange.signs')}
        description={t('exchange.signsHint')}
        maxLength={200000}
        maxRows={10}
        value={form.signs}
        onChange={set('signs')}
      />
      <Recognised text={form.signs} onText={set('signs')} {...{ without, onWithout }} />
    </>
  );
}
