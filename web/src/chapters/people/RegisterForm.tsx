// Registers somebody, who can then be appointed, invited or given a link.
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

interface Props {
  label: string;
  variant?: string;
  size?: string;
  onRegistered?: (person: number) => void;
}

export function RegisterForm({ onRegistered, ...form }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [email, setEmail] = useState('');
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'register-person',
      profile: contents.add(JSON.stringify({ email, name, title })),
    }),
  });
  const done = ({ acts }: Schemas['Receipt']) => {
    [setName, setTitle, setEmail].forEach((set) => set(''));
    const registered = acts.find((one) => one.type === 'person-registered');
    if (registered) onRegistered?.(registered.person);
  };
  return (
    <ActForm {...form} act={act} onDone={done}>
      <TextField required field="name" label={t('name')} maxLength={120} value={name} onChange={setName} />
      <TextField
        required
        field="title"
        label={t('people.position')}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <TextField
        required
        field="email"
        type="email"
        label={t('email')}
        maxLength={200}
        value={email}
        onChange={setEmail}
      />
    </ActForm>
  );
}
