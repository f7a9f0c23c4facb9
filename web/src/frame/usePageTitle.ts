// The title of the window: the page's heading and the community's name, so that tabs, history and bookmarks tell pages apart.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { communityQuery } from '../api/queries';
import { useTranslation } from '../locales/i18n';

export function usePageTitle() {
  const { t } = useTranslation();
  const community = useQuery(communityQuery).data?.short_name;
  useEffect(() => {
    if (community === undefined) return undefined;
    const write = () => {
      const page = document.querySelector('h1')?.textContent.trim();
      const title = page ? t('pageTitle', { page, community }) : community;
      if (document.title !== title) document.title = title;
    };
    write();
    // Headings come when what they name was read, and change with it.
    const seen = new MutationObserver(write);
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
    return () => seen.disconnect();
  }, [community, t]);
}
