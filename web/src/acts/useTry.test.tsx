import { renderHook, act as react } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { Refused } from '../api/client';
import { NoPasskey } from './problems';
import { useTry } from './useTry';

const console_error = vi.spyOn(console, 'error');
beforeEach(() => console_error.mockImplementation(() => undefined));
afterEach(() => console_error.mockReset());

async function tried(action: () => Promise<void>) {
  const { result } = renderHook(useTry);
  const went = await react(() => result.current.attempt(action));
  return { went, key: result.current.problem?.key, busy: result.current.busy };
}

it('what went well leaves no problem', async () =>
  expect(await tried(() => Promise.resolve())).toEqual({ went: true, key: undefined, busy: false }));
it('a refusal of the server is told in its own words', async () => {
  const refused = new Refused({ type: '', title: '', status: 403, detail: '', key: 'sign-in-first' });
  expect(await tried(() => Promise.reject(refused))).toEqual({ went: false, key: 'sign-in-first', busy: false });
});
it('a missing passkey is told as one, and is no mistake', async () => {
  const error = new NoPasskey('no-passkey-given');
  expect(await tried(() => Promise.reject(error))).toMatchObject({ went: false, key: 'no-passkey-given' });
  expect(console_error).not.toHaveBeenCalledWith(error);
});
it('anything else is a mistake of the page, and goes to the console', async () => {
  const mistake = new TypeError('x is undefined');
  expect(await tried(() => Promise.reject(mistake))).toMatchObject({ went: false, key: 'page-failed' });
  expect(console_error).toHaveBeenCalledWith(mistake);
});
