// Corrects how somebody is called and reached: oneself, or, for the Management Committee, anybody.
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useTranslation } from '../../locales/i18n';
import type { Profile } from './ProfileFields';
import { ProfileFields } from './ProfileFields';

interface Props {
  person: number;
  /** With their address, which a guest need not give. */
  profile: { [Field in keyof Profile]?: string | null };
  isGuest?: boolean;
  size?: string;
}

export function CorrectForm({ person, profile, isGuest = false, size = 'sm' }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Profile>({
    name: profile.name ?? '',
    title: profile.title ?? '',
    email: profile.email ?? '',
  });
  const { name, title, email } = said;
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
      <ProfileFields value={said} emailRequired={!isGuest} onChange={setSaid} />
    </ActForm>
  );
}
