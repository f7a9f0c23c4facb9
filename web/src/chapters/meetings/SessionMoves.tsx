// What the reader may do in a session, or with it.
import { Group } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { AmendmentForm, MotionForm } from '../decisions/shared';
import { LinkForm } from './Joining';
import type { Frame } from './SessionForms';
import { AgendaForm, ChangeSessionForm } from './SessionForms';
import './words';

type Session = Schemas['MeetingSession'];

export function Moves({ session, title, meeting }: { session: Session; title: string; meeting: Frame }) {
  const { t } = useTranslation();
  const { id, may } = session;
  return (
    <Group>
      {may.includes('open-session') && (
        <ActButton words={t('words.open-session', { title })} command={{ type: 'open-session', session: id }}>
          {t('session.open')}
        </ActButton>
      )}
      {may.includes('enter-session') && (
        <ActButton command={{ type: 'enter-session', session: id }}>{t('session.enter')}</ActButton>
      )}
      {may.includes('leave-session') && (
        <ActButton variant="default" command={{ type: 'leave-session', session: id }}>
          {t('session.leave')}
        </ActButton>
      )}
      {may.includes('propose-motion') && session.kind === 'executive' && (
        <>
          <MotionForm session={id} />
          <AmendmentForm session={id} />
        </>
      )}
      {may.includes('add-agenda-item') && <AgendaForm session={id} />}
      {may.includes('change-session') && <ChangeSessionForm session={session} meeting={meeting} />}
      {session.has_link !== undefined && !session.closed_at && (
        <LinkForm place={{ meeting: meeting.id, session: id }} isSet={session.has_link} />
      )}
      {may.includes('remove-session') && (
        <ActButton variant="subtle" color="red" command={{ type: 'remove-session', session: id }}>
          {t('session.remove')}
        </ActButton>
      )}
    </Group>
  );
}
