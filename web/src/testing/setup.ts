// Before each file of tests of components: a server that the test describes, and an end to every page.
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

import { resetServer, serve } from './server';

// A busy machine may take its time.
configure({ asyncUtilTimeout: 8_000 });
vi.stubGlobal('fetch', serve);
afterEach(() => {
  cleanup();
  resetServer();
});
