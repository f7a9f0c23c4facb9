// Before each file of tests of components: a server that the test describes, a device on which somebody signed in, and an end to every page.
import 'fake-indexeddb/auto';

import { cleanup, configure } from '@testing-library/react';
import { clear } from 'idb-keyval';
import { afterEach, beforeEach, vi } from 'vitest';

import { becomesOf } from '../api/whose';
import { keepsRecord, resetServer, serve, timesAsked } from './server';

// A busy machine may take its time.
configure({ asyncUtilTimeout: 8_000 });
vi.stubGlobal('fetch', serve);
// Mantine waits for the fonts of a page, of which happy-dom knows nothing.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
beforeEach(async () => {
  keepsRecord();
  becomesOf(7);
  // Not before: the client takes the way to the server that it finds when it is loaded.
  const { keepSessionKey, makeSessionKey } = await import('../acts/sessionKey');
  await keepSessionKey(await makeSessionKey());
});
afterEach(async () => {
  cleanup();
  // What a refusal left behind still looks at this test's record; it ends before the next one has another.
  if (timesAsked('GET /api/log/head') > 0)
    await import('../record/head').then(({ checkedHead }) => checkedHead().catch(() => undefined));
  resetServer();
  await clear();
  localStorage.clear();
});
