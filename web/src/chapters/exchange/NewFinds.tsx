// On the desk: kept searches that found something since one looked.
import { Anchor, Card, Group, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import { newQuery } from './queries';
import type { Saved } from './savedSearches';
import { useSearchWords } from './searchWords';
import { useSaved } from './useSaved';
import './words';

export function NewFinds() {
  const { t } = useTranslation();
  const all = useSaved();
  const counts = useQueries({ queries: all.map(newQuery) });
  const found = all.map((saved, at) => ({ saved, count: counts[at]?.data ?? 0 })).filter(({ count }) => count > 0);
  if (found.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('exchange.saved')}>
      <Text fw={600} mb="xs">
        {t('exchange.saved')}
      </Text>
      {found.map(({ saved, count }) => (
        <Find key={saved.hash} saved={saved} count={count} />
      ))}
    </Card>
  );
}

function Find({ saved, count }: { saved: Saved; count: number }) {
  const { t } = useTranslation();
  const words = useSearchWords(saved.search);
  return (
    <Group gap="xs">
      <Anchor component={Link} to="/exchange" hash={saved.hash}>
        {words}
      </Anchor>
      <Text size="sm">{t('exchange.newFinds', { count })}</Text>
    </Group>
  );
}
