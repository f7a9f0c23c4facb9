// Threats and incidents that members shared: a search that answers as one types, and the door to share one's own.
import { Button, Group, Stack, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import { Downloads } from './Downloads';
import { Filters } from './Filters';
import { Found } from './Found';
import { IncidentForm } from './IncidentForm';
import { NewMatches } from './NewMatches';
import { searchQuery } from './queries';
import { SavedSearches } from './SavedSearches';
import type { Search } from './search';
import { everything, ofHash, storyTypes, toHash } from './search';
import { makeToken } from './toForms';
import { UploadForm } from './UploadForm';
import { watchedFor } from './watched';
import './watchWords';
import './words';

const typeDelay = 150;

export function Exchange() {
  const { t } = useTranslation();
  const { search, text, change, type } = useSearch();
  const isAll = !search.q && !search.type;
  const shown = isAll ? { ...search, type: storyTypes } : search;
  const { data, error } = useInfiniteQuery(searchQuery(shown));
  const may = data?.pages[0]?.may ?? [];
  const watching = watchedFor();
  return (
    <Stack aria-busy={!data && !error}>
      <Group justify="space-between">
        <Title order={1}>{t('nav.exchange')}</Title>
        <Group>
          <Button variant="subtle" component={Link} to="/exchange/matrix">
            {t('exchange.matrix')}
          </Button>
          <Button variant="subtle" component={Link} to="/exchange/watch">
            {t('watch.title')}
          </Button>
          <Button variant="subtle" component={Link} to="/exchange/machines">
            {t('exchange.machines')}
          </Button>
          <Button variant="subtle" component={Link} to="/exchange/machines" hash={makeToken}>
            {t('me.makeToken')}
          </Button>
          <Downloads />
          {may.includes('share') && <UploadForm />}
          {may.includes('share') && <IncidentForm />}
        </Group>
      </Group>
      <Filters search={{ ...search, q: text }} onText={type} onChange={change} />
      <SavedSearches search={search} />
      {watching !== undefined && <NewMatches organization={watching} />}
      <Found search={shown} isFiltered={toHash(search) !== ''} label={t('exchange.found')} />
      {isAll && (
        <>
          <Folded title={t('exchange.singleIndicators')} search={{ ...search, type: 'indicator' }} />
          <Folded title={t('exchange.matrix')} search={{ ...search, type: 'attack-pattern' }} />
        </>
      )}
    </Stack>
  );
}

/** Read once somebody opens it. */
function Folded({ title, search }: { title: string; search: Search }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Found search={search} isFiltered label={title} />}
    </details>
  );
}

/** What is looked for stands in the address; what is being typed gets there a little later. */
function useSearch() {
  const router = useRouter();
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const search = ofHash(hash);
  const [typed, setTyped] = useState<string>();
  const go = (next: Search, replace: boolean) =>
    void navigate({ to: '/exchange', hash: toHash(next), replace, resetScroll: false, hashScrollIntoView: false });
  const settle = useDebouncedCallback((q: string, where: string) => {
    setTyped(undefined);
    // Whoever has followed a link meanwhile is not brought back.
    if (router.latestLocation.pathname === where) go({ ...search, q }, true);
  }, typeDelay);
  const type = (q: string) => {
    setTyped(q);
    settle(q, router.latestLocation.pathname);
  };
  const change = (chosen: Partial<Search>) => go({ ...everything, ...search, ...chosen }, false);
  return { search, text: typed ?? search.q, type, change };
}
