// The network's log of whoever answers one thing is that of whoever answers another, but for what is encrypted: the same requests, in the same order,
// of the same form and, where it is padded, of the same length. Nor does it hang on the own answers where one looks how one stands.
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { del, keys as keptKeys } from 'idb-keyval';
import { beforeEach, expect, it, vi } from 'vitest';

import { newBox } from '../../ballot/votingKey';
import { history } from '../../record/history';
import { letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { ARound } from '../../testing/round';
import { answersTo, asked } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { remember } from '../keyboxes/shared';
import { answersIn } from './paper';
import { Whole } from './Round';

vi.mock('../elections/evidence', () => ({ mustBeOpened: vi.fn(() => Promise.resolve()) }));

const round = new ARound();
const own_key = { organization: 3, year: 2027, key: 'the key', box: remember(newBox()) };
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const whole = (of: object, more: object) =>
  show(
    <Whole
      round={round.page(of) as never}
      election={round.electionPage({ own_key, ...more }) as unknown as ElectionPage}
    />,
  );

/** What is by chance or encrypted, without what it says. */
const formOf = (body: unknown) =>
  JSON.stringify(body ?? null)
    .replaceAll(/\\"\d{70,80}\\"/g, 'a number')
    .replaceAll(/[0-9a-f]{64}/g, 'a point')
    .replaceAll(/[\w+/-]{43,}/g, 'bytes')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');

interface Seen {
  requests: string[];
  /** Of what is sealed and padded. */
  lengths: number[];
}

function seen(): Seen {
  const lengths = asked.flatMap(({ body }) => {
    const { sealed } = (body ?? {}) as { sealed?: string };
    return sealed === undefined ? [] : [sealed.length];
  });
  return { requests: asked.map(({ what, body }) => `${what} ${formOf(body)}`), lengths };
}

async function answers(keys: string): Promise<Seen> {
  asked.length = 0;
  whole({}, { may: ['cast-ballot'] });
  await press('Answer the questions');
  await userEvent.keyboard(keys);
  await press('Encrypt my answers');
  await press('Cast this ballot');
  await screen.findByRole('button', { name: 'Answer again' });
  cleanup();
  return seen();
}

async function looks(sealed: string): Promise<Seen> {
  asked.length = 0;
  answersTo('GET /api/exposure/own', { sealed });
  const counts = Array.from({ length: answersIn(round.questions) }, (_, i) => i % 7);
  whole({ stage: 'decided', outcome: 'counted', counts }, { stage: 'decided', counts });
  await press('Show where we stand');
  await screen.findAllByText(/are at your level or below/);
  cleanup();
  return seen();
}

async function nothingIsKept() {
  for (const key of await keptKeys()) if (/^(of|sealed)\//.test(String(key))) await del(key);
}
const sealedLast = () =>
  (asked.findLast(({ what }) => what === 'POST /api/exposure/own/keep')?.body as { sealed: string }).sealed;

beforeEach(async () => {
  letsAct();
  round.happens();
  // What goes by once while the page is open is no request of the second.
  await history();
  answersTo('GET /api/exposure/own', { sealed: null });
  answersTo('POST /api/exposure/own/keep', {});
});

it('two different sets of answers make the same requests', { timeout: 120_000 }, async () => {
  const much = await answers('123123123412{Enter}1{Enter}23');
  const first = sealedLast();
  await nothingIsKept();
  const little = await answers(`3${'0'.repeat(13)}`);
  const second = sealedLast();
  expect(little).toEqual(much);
  expect(much.lengths).toHaveLength(1);
  expect(much.requests.filter((request) => request.startsWith('POST'))).toHaveLength(3);
  expect(first).not.toBe(second);

  await nothingIsKept();
  const one = await looks(first);
  await nothingIsKept();
  expect(await looks(second)).toEqual(one);
});
