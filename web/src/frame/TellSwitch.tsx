// Whether this browser tells of what is new while the page is hidden.
import { Alert, Switch } from '@mantine/core';

import { useTranslation } from '../locales/i18n';
import type { useBrowserNotices } from './browserNotices';

export function TellSwitch({ notices }: { notices: ReturnType<typeof useBrowserNotices> }) {
  const { t } = useTranslation();
  return (
    <>
      <Switch
        mt="md"
        size="sm"
        label={t('bell.tell')}
        description={t('bell.tellHint')}
        checked={notices.wanted}
        onChange={(event) => notices.become(event.currentTarget.checked)}
      />
      {notices.isRefused && (
        <Alert color="yellow" mt="xs" role="status">
          {t('bell.refused')}
        </Alert>
      )}
    </>
  );
}
