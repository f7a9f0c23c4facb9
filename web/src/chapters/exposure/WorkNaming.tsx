// The milestones and actions of the work-plan that name a question by its id.
import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import { Query } from '../../components/Query';
import { ItemBadge, ItemLink, itemsNaming, itemsQuery } from '../items/shared';

export function WorkNaming({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('seen.outcome.work')}>
      <Title order={2} size="h4">
        {t('seen.outcome.work')}
      </Title>
      <Query of={itemsQuery}>
        {({ items }) => {
          const naming = itemsNaming(items, id);
          if (naming.length === 0) return <Text size="sm">{t('seen.outcome.noWork', { id })}</Text>;
          return (
            <ul>
              {naming.map((item) => (
                <li key={item.id}>
                  <Group gap="xs">
                    <ItemLink item={item} />
                    <ItemBadge state={item.state} />
                  </Group>
                </li>
              ))}
            </ul>
          );
        }}
      </Query>
    </Card>
  );
}
