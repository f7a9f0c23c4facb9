// Another server to be read regularly.
import { Select } from '@mantine/core';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { NumberField, TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { MarkingSelect } from './Marking';
import { useSend } from './useSend';

const kinds = ['taxii', 'misp-feed'] as const;

export function SubscriptionForm() {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const [form, setForm] = useState({ title: '', url: '', user: '', secret: '' });
  const [kind, setKind] = useState<Schemas['SourceKind']>('taxii');
  const [marking, setMarking] = useState<Schemas['Marking']>('amber');
  const [every, setEvery] = useState(60);
  const set = (name: keyof typeof form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));
  const subscribe = async () => {
    const { user, secret, ...given } = form;
    const signedIn = { ...(user ? { user } : {}), ...(secret ? { secret } : {}) };
    const body = { ...given, ...signedIn, kind, marking, every_minutes: every };
    return (await send(api.POST('/api/exchange/subscriptions', { body }))) !== undefined;
  };
  return (
    <FormModal label={t('exchange.subscribe')} onSubmit={subscribe}>
      <TextField required label={t('exchange.title')} maxLength={300} value={form.title} onChange={set('title')} />
      <Select
        allowDeselect={false}
        label={t('exchange.kind')}
        data={kinds.map((value) => ({ value, label: t(`exchange.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <TextField
        required
        type="url"
        label={t('exchange.url')}
        description={t('exchange.urlHint')}
        value={form.url}
        onChange={set('url')}
      />
      <TextField label={t('exchange.user')} autoComplete="off" value={form.user} onChange={set('user')} />
      <TextField
        type="password"
        label={t('exchange.secret')}
        autoComplete="off"
        value={form.secret}
        onChange={set('secret')}
      />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t('exchange.uploadHint')}
        value={marking}
        onChange={setMarking}
      />
      <NumberField label={t('exchange.every')} min={5} max={10080} value={every} onChange={setEvery} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
