// What a search found, page by page: incidents and reports before what may stand in them.
import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import { Refused } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { ObjectRow } from './ObjectRow';
import { searchQuery } from './queries';
import type { Search } from './search';
import { isStory } from './search';

export function Found({ search, isFiltered, label }: { search: Search; isFiltered: boolean; label: string }) {
  const { t } = useTranslation();
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery(searchQuery(search));
  const objects = data?.pages.flatMap((page) => page.objects) ?? [];
  const inOrder = [...objects].sort((a, b) => Number(isStory(b.type)) - Number(isStory(a.type)));
  return (
    <>
      {error instanceof Refused && <ProblemAlert problem={error.problem} />}
      {data && objects.length === 0 && (
        <Text c="dimmed" py="lg">
          {t(isFiltered ? 'table.nothingFits' : 'exchange.none')}
        </Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list" aria-label={label}>
        {inOrder.map((object) => (
          <Safely key={object.id + object.added}>
            <ObjectRow object={object} holds={isStory(object.type)} />
          </Safely>
        ))}
      </Stack>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {t('exchange.more')}
        </Button>
      )}
    </>
  );
}
