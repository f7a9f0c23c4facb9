// A main representative invites a colleague to a meeting (clause 4.4).
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useTranslation } from '../../locales/i18n';
import { PersonSelect } from '../people/shared';

export function InviteForm({ meeting }: { meeting: number }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState<string | null>(null);
  const command = (who: string | null): Command => ({ type: 'invite-representative', meeting, person: Number(who) });
  const act = (): Act => ({ words: '', command: (): Command => command(person) });
  return (
    <ActForm label={t('meeting.invite')} act={act}>
      <PersonSelect value={person} onChange={setPerson} asks={command} />
    </ActForm>
  );
}
