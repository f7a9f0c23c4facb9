// A ballot's tracking number, to find it on the board.
import { Button, Code, CopyButton, Group, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';

export function Tracker({ tracker }: { tracker: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm">{t('vote.tracker')}</Text>
      <Code className="wrap" data-testid="tracker">
        {tracker}
      </Code>
      <CopyButton value={tracker}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
