// What of a file could not be said here, or was put right: each kind with its number, and the names of the first.
import { List, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

export function LeftOut({ all, title }: { all: Schemas['LeftOut'][]; title?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {title ?? t('exchange.leftOut')}
      </Text>
      <List size="sm" className="breakable">
        {all.map(({ reason, what, number, names }) => (
          <List.Item key={`${reason} ${what}`}>
            {t(`exchange.leftOutBecause.${reason}`, { what, number })}
            <Text size="xs" c="dimmed">
              {names.join(', ')}
              {number > names.length && ' …'}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
