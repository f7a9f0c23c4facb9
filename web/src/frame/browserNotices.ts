// Notices of the browser, for a page that is open and hidden: how many things are new, and never what. No push service is told of them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { keepAsOwn, keptOfOwn } from '../acts/own';
import { communityQuery } from '../api/queries';
import { slug } from '../api/client';
import { useTranslation } from '../locales/i18n';

const place = 'browser-notices';
/** Of which one takes the place of the one before. */
const tag = `browser-notices/${slug}`;
const wishQuery = {
  queryKey: ['browser-notices'],
  queryFn: async () => (await keptOfOwn<boolean>(place)) ?? false,
  meta: { shows: 'nothing' as const },
};

const isPossible = () => 'Notification' in window;

/** Whether the reader wants them on this device, and whether the browser lets the page. */
export function useBrowserNotices() {
  const queryClient = useQueryClient();
  const { data: wanted = false } = useQuery(wishQuery);
  const become = async (on: boolean) => {
    if (on && isPossible()) await Notification.requestPermission();
    await keepAsOwn(place, on);
    await queryClient.invalidateQueries(wishQuery);
  };
  const permission = isPossible() ? Notification.permission : 'denied';
  return {
    isPossible: isPossible(),
    wanted,
    isRefused: wanted && permission === 'denied',
    isOn: wanted && permission === 'granted',
    become: (on: boolean) => void become(on),
  };
}

/** Tells, while the page is hidden, that more is new than before; one notice takes the place of the one before it. */
export function useTelling(count: number | undefined, isOn: boolean) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  const name = community?.short_name ?? '';
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (count === undefined) return;
    const isMore = before.current !== undefined && count > before.current;
    before.current = count;
    if (isOn && isMore && document.visibilityState === 'hidden') tell(t('bell.notice', { count, name }));
  }, [count, isOn, name, t]);
}

function tell(words: string) {
  try {
    const notice = new Notification(words, { tag });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch (error) {
    // Chrome on Android takes notices from service workers alone, of which this page has none: the bell counts all the same.
    if (!(error instanceof TypeError)) throw error;
  }
}
