// Tells the host that the desk was seen, so that nobody is written to about what they have read.
import { useEffect } from 'react';

import { api } from '../../api/client';

/** Once `shown` has come, and again with each newer one, while the page is in front. */
export function useLookedAt(shown: unknown) {
  useEffect(() => {
    if (shown === undefined || document.visibilityState !== 'visible') return;
    // Nothing of the page waits for it: at worst a mail says once more what was read.
    api.POST('/api/mail/looked', { body: {} }).catch(() => undefined);
  }, [shown]);
}
