// Registers somebody, who can then be appointed, invited or given a link.
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import type { Profile } from './ProfileFields';
import { ProfileFields } from './ProfileFields';

interface Props {
  label: string;
  variant?: string;
  size?: string;
  onRegistered?: (person: number) => void;
}

const nobody: Profile = { name: '', title: '', email: '' };

export function RegisterForm({ onRegistered, ...form }: Props) {
  const [said, setSaid] = useState(nobody);
  const { name, title, email } = said;
  const act = (): Act => ({
    words: '',
    command: (contents): Command => ({
      type: 'register-person',
      profile: contents.add(JSON.stringify({ email, name, title })),
    }),
  });
  const done = ({ acts }: Schemas['Receipt']) => {
    setSaid(nobody);
    const registered = acts.find((one) => one.type === 'person-registered');
    if (registered) onRegistered?.(registered.person);
  };
  return (
    <ActForm {...form} act={act} onDone={done}>
      <ProfileFields value={said} onChange={setSaid} />
    </ActForm>
  );
}
