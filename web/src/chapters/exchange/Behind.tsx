// Says that more was shared than is compared in a visit, and what one can do.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import type { Watch } from './watching';
import { goOnLooking } from './watching';
import { metQuery } from './watchQueries';

export function Behind({ watch, organization }: { watch: Watch; organization: number }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  if (!watch.isBehind) return null;
  const goOn = () => {
    goOnLooking();
    void queryClient.invalidateQueries({ queryKey: metQuery(organization).queryKey });
  };
  return (
    <Alert color="yellow">
      <Stack gap="xs" align="start">
        <Text size="sm">{t('watch.behind')}</Text>
        <Button size="compact-sm" variant="default" onClick={goOn}>
          {t('watch.goOn')}
        </Button>
      </Stack>
    </Alert>
  );
}
