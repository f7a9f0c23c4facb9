// What a person must know before anything else on a page: that the record is not the one it was, and that the clocks differ.
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useMinutesAhead } from '../api/clock';
import { communityQuery } from '../api/queries';
import { When } from '../components/When';
import { useSentences } from '../components/useSentences';
import { useSilentSince } from '../live/connection';
import { useTranslation } from '../locales/i18n';
import { checkedHead, useRecordBroke } from '../record/head';
import { lookAgain, useActLost } from '../record/lost';

export function Warnings() {
  const { t } = useTranslation();
  const broke = useRecordBroke();
  const ahead = useMinutesAhead();
  const fellBehind = useQuery(communityQuery).data?.fell_behind ?? false;
  const lost = useActLost();
  const silentSince = useSilentSince();
  // Whoever only reads learns of it, too. What fails on the way is told where something is done.
  useEffect(() => void checkedHead().catch(() => undefined), []);
  useEffect(() => void lookAgain().catch(() => undefined), []);
  return (
    <>
      {lost && (
        <Alert color="red" role="alert" mb="md" data-testid="act-lost" icon={<IconAlertTriangle aria-hidden />}>
          <Text fw={600}>{t('problem.act-is-lost')}</Text>
        </Alert>
      )}
      {broke && (
        <Alert color="red" role="alert" mb="md" data-testid="record-broke" icon={<IconAlertTriangle aria-hidden />}>
          <Text fw={600}>{t('problem.record-does-not-continue')}</Text>
        </Alert>
      )}
      {fellBehind && <FellBehind />}
      {silentSince && (
        <Alert color="yellow" role="status" mb="md" data-testid="offline">
          {t('offline')} <When time={silentSince.toISOString()} />.
        </Alert>
      )}
      {ahead !== 0 && (
        <Alert color="yellow" mb="md" data-testid="clocks-differ">
          {t(ahead > 0 ? 'clock.ahead' : 'clock.behind', { count: Math.abs(ahead) })}
        </Alert>
      )}
    </>
  );
}

/** In the words with which the server refuses every act meanwhile. */
function FellBehind() {
  const { t } = useTranslation();
  useSentences();
  return (
    <Alert color="red" role="alert" mb="md" data-testid="fell-behind" icon={<IconAlertTriangle aria-hidden />}>
      <Text fw={600}>{t('problem.record-fell-behind', { defaultValue: '' })}</Text>
    </Alert>
  );
}
