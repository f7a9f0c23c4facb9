// A value that was recognised in a text; a well-known one says for what, so that somebody looks twice before sharing it.
import { Badge, CloseButton, Group, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';

interface Props {
  value: string;
  knownFor: string | undefined;
  onDrop: () => void;
}

export function RecognisedSign({ value, knownFor, onDrop }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      <Badge
        variant="default"
        className="as-written"
        rightSection={<CloseButton size="xs" aria-label={t('exchange.drop', { value })} onClick={onDrop} />}
      >
        {value}
      </Badge>
      {knownFor !== undefined && (
        <Text size="xs" c="dimmed">
          {t(`exchange.knownFor.${knownFor}`)}
        </Text>
      )}
    </Group>
  );
}
