// What was told to somebody, a line each: what kind of thing, and what became of it.
import { List, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import './words';

type Item = Schemas['MailItem'];

export function MailItems({ items }: { items: Item[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Text size="sm">{t('mail.nothing')}</Text>;
  return (
    <List size="sm">
      {items.map(({ about, standing, at, answer }, i) => (
        <List.Item key={i}>
          {t(`mail.about.${about}`, { defaultValue: t('mail.other') })}: {t(`mail.standing.${standing}`)}{' '}
          <When time={at} />
          {answer && standing === 'refused' && (
            <Text size="sm" c="dimmed">
              {t('mail.answered', { answer })}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}
