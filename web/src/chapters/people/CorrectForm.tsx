// Corrects how somebody is called and reached: oneself, or, for the Management Committee, anybody.
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

interface Profile {
  name?: string | null;
  title?: string | null;
  email?: string | null;
}

interface Props {
  person: number;
  /** With their address, which a guest need not give. */
  profile: Profile;
  isGuest?: boolean;
  size?: string;
}

export function CorrectForm({ person, profile, isGuest = false, size = 'sm' }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(profile.name ?? '');
  const [title, setTitle] = useState(profile.title ?? '');
  const [email, setEmail] = useState(profile.email ?? '');
  // People are found by their address when they lost their passkeys.
  const moves = !isGuest && email.toLowerCase() !== (profile.email ?? '').toLowerCase();
  const act = (): Act => ({
    words: moves ? t('words.correct-person', { name, email }) : '',
    byPasskey: moves,
    command: (contents): Command => ({
      type: 'correct-person',
      person,
      profile: contents.add(JSON.stringify({ email, name, title })),
    }),
  });
  return (
    <ActForm label={t('people.correct')} variant="subtle" size={size} act={act}>
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
        required={!isGuest}
        type="email"
        field="email"
        label={t('email')}
        maxLength={200}
        value={email}
        onChange={setEmail}
      />
    </ActForm>
  );
}
