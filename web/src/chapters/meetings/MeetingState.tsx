// How a meeting or a session stands, in one way wherever it is shown: what is under way stands out from all else.
import { Badge } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { stateOf } from './stateOf';

const colors = { published: 'ocean', held: 'gray', planned: 'gray', cancelled: 'gray' };

export function UnderWay() {
  const { t } = useTranslation();
  return (
    <Badge tt="none" color="red.9">
      {t('meeting.state.live')}
    </Badge>
  );
}

export function MeetingState({ meeting }: { meeting: Schemas['MeetingHead'] }) {
  const { t } = useTranslation();
  const state = stateOf(meeting);
  if (state === 'live') return <UnderWay />;
  return (
    <Badge tt="none" variant="light" color={colors[state]}>
      {t(`meeting.state.${state}`)}
    </Badge>
  );
}
