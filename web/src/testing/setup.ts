// Before each file of tests of components: a server that the test describes, and an end to every page.
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

import { resetServer, serve } from './server';

vi.stubGlobal('fetch', serve);
afterEach(() => {
  cleanup();
  resetServer();
});
