// Searches to come back to, each with what is new since one looked.
import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import { newQuery } from './queries';
import type { Saved } from './savedSearches';
import { forgetSearch, saveSearch } from './savedSearches';
import type { Search } from './search';
import { toHash } from './search';
import { useSearchWords } from './searchWords';
import { useSaved } from './useSaved';

export function SavedSearches({ search }: { search: Search }) {
  const { t } = useTranslation();
  const all = useSaved();
  const hash = toHash(search);
  const isSaved = all.some((one) => one.hash === hash);
  if (all.length === 0 && hash === '') return null;
  return (
    <Group gap="xs" component="section" aria-label={t('exchange.saved')}>
      {hash !== '' && !isSaved && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => saveSearch({ hash, search, looked: new Date().toISOString() })}
        >
          {t('exchange.saveSearch')}
        </Button>
      )}
      {all.map((saved) => (
        <SavedSearch key={saved.hash} saved={saved} isShown={saved.hash === hash} />
      ))}
      {all.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('exchange.savedHint')}
        </Text>
      )}
    </Group>
  );
}

function SavedSearch({ saved, isShown }: { saved: Saved; isShown: boolean }) {
  const { t } = useTranslation();
  const words = useSearchWords(saved.search);
  const { data: count = 0 } = useQuery(newQuery(saved));
  const look = () => saveSearch({ ...saved, looked: new Date().toISOString() });
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant={isShown ? 'filled' : 'default'}
        renderRoot={(props) => <Link to="/exchange" hash={saved.hash} {...props} onClick={look} />}
      >
        {words}
      </Button>
      {count > 0 && <Badge>{t('exchange.newFinds', { count })}</Badge>}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('exchange.forgetSearch', { words })}
        onClick={() => forgetSearch(saved.hash)}
      >
        ×
      </Button>
    </Group>
  );
}
