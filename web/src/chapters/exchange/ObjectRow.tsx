// One shared object in a list.
import { Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { Marking } from './Marking';
import { Who } from './Who';

export function ObjectRow({ object, how }: { object: Schemas['ObjectHead']; how?: string }) {
  const { t } = useTranslation();
  return (
    <Card component="li" withBorder padding="xs">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className="breakable">
          {how && (
            <Text span c="dimmed" size="sm">
              {`${how} `}
            </Text>
          )}
          <Anchor component={Link} to={`/exchange/object/${object.id}`} fw={500}>
            {object.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t(`stix.${object.type}`, { defaultValue: object.type })} · <Who by={object.by} />{' '}
            <When time={object.added} />
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" className="unshrinking">
          {object.revoked && <Badge color="gray">{t('exchange.revoked')}</Badge>}
          <Marking level={object.marking} />
        </Group>
      </Group>
    </Card>
  );
}
