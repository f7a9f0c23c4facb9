// Loads the sentences of refusals for whoever shows one. Where the server is gone, they don't come either, and the next to show one asks again.
import { useEffect } from 'react';

export function useSentences() {
  useEffect(() => void import('../locales/sentences').catch(() => undefined), []);
}
