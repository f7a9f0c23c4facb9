// For whoever leads a session: the ways to the room as one presides over it, and to the screen for all.
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useFloor } from './useFloor';
import './presidingWords';

export function FloorLinks({ session, meeting }: { session: Schemas['MeetingSession']; meeting: number }) {
  const { t } = useTranslation();
  const { mayLead } = useFloor(session);
  if (!mayLead && !session.may.includes('open-session')) return null;
  const params = { id: meeting, session: session.id };
  return (
    <Group>
      <Button
        variant="light"
        size="sm"
        renderRoot={(props) => <Link to="/meetings/$id/room/$session" params={params} {...props} />}
      >
        {t('presiding.short')}
      </Button>
      <Button
        variant="subtle"
        size="sm"
        renderRoot={(props) => <Link to="/meetings/$id/screen/$session" params={params} target="_blank" {...props} />}
      >
        {t('presiding.screen')}
      </Button>
    </Group>
  );
}
