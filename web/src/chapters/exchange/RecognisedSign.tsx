// A value that was recognised in a text; a well-known one says for what, so that somebody looks twice before sharing it.
import { Badge, Group, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';

export function RecognisedSign({ value, knownFor }: { value: string; knownFor: string | undefined }) {
  const { t } = useTranslation();
  if (knownFor === undefined)
    return (
      <Badge variant="default" className="as-written">
        {value}
      </Badge>
    );
  return (
    <Group gap={4} wrap="nowrap">
      <Badge variant="default" className="as-written">
        {value}
      </Badge>
      <Text size="xs" c="dimmed">
        {t(`exchange.knownFor.${knownFor}`)}
      </Text>
    </Group>
  );
}
