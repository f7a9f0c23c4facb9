import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const page = 'https://host.example/c/ccop/';
const desk = 'https://host.example/c/ccop/api/desk';
let answers: (() => Promise<Response>)[];
const fetched = vi.fn<typeof fetch>(() => (answers.shift() ?? (() => Promise.resolve(new Response('later'))))());

const says = (text: string, status = 200) => answers.push(() => Promise.resolve(new Response(text, { status })));
async function early() {
  const { askEarly, fetchOrTake } = await import('./early');
  askEarly(['/api/desk']);
  return async (request = new Request(desk)) => (await fetchOrTake(request)).text();
}

beforeEach(() => {
  answers = [];
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('fetch', fetched.mockClear());
  vi.stubGlobal('window', { location: new URL(page) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what was asked early is taken by whoever asks for it, once', async () => {
  says('early');
  const ask = await early();
  expect(await ask()).toBe('early');
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(await ask()).toBe('later');
});

test('what was refused early is asked again: somebody may have signed in', async () => {
  says('who are you?', 401);
  const ask = await early();
  expect(await ask()).toBe('later');
});

test('what failed on the way is asked again', async () => {
  answers.push(() => Promise.reject(new TypeError('no network')));
  const ask = await early();
  expect(await ask()).toBe('later');
});

test('an answer that lay for long is not taken', async () => {
  says('early');
  const ask = await early();
  vi.advanceTimersByTime(10_001);
  expect(await ask()).toBe('later');
});

test('what is sent is never taken for what is read', async () => {
  says('early');
  const ask = await early();
  expect(await ask(new Request(desk, { method: 'POST' }))).toBe('later');
});

test('whoever no longer asks gets none', async () => {
  says('early');
  const ask = await early();
  await expect(ask(new Request(desk, { signal: AbortSignal.abort() }))).rejects.toThrow(/abort/i);
});
