// Something to copy into another program's form.
import { Button, Code, CopyButton, Group, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';

export function Address({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mb={4}>
      <Text fw={600} size="sm">
        {label}
      </Text>
      <Code className="wrap">{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy} aria-label={`${t('copy')} ${label}`}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
