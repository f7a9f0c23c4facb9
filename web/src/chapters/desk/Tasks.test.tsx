import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import { recoveryCode } from '../../acts/recoveryCode';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord } from '../../testing/server';
import type { Task } from '../chapter';
import { taskKinds } from '../index';
import { Tasks } from './Tasks';

const task = (kind: string, about: Partial<Task['about']> = {}): Task => ({
  kind,
  about: { title: 'A new pier', ...about },
  by: null,
});
const desk = (...tasks: Task[]) => show(<Tasks tasks={tasks} kinds={taskKinds} />);

it.each([
  ['vote', { motion: 1 }, '/decisions'],
  ['clear', { meeting: 4 }, '/meetings/4'],
  ['comment-observer', { proposal: 1 }, '/organizations#observers'],
  ['decide-observer', { proposal: 1 }, '/organizations#observers'],
  ['silence', { motion: 3 }, '/motions/3'],
  ['open-silence', { motion: 3 }, '/motions/3'],
  ['reach-seats', { motion: 3 }, '/motions/3'],
  ['seat-co-chair', { position: 0 }, '/people'],
  ['cast-ballot', { election: 9 }, '/elections/9'],
  ['take-stance', { priority: 4 }, '/priorities/4'],
  ['found-group', { group: 0 }, '/groups/0'],
  ['report-status', { group: 7 }, '/groups/7#status'],
  ['finish-item', { item: 3 }, '/items/3'],
  ['hand-over-item', { item: 0, group: 7 }, '/items/0'],
  ['answer-risk', { risk: 0 }, '/risks/0'],
  ['review-risk', { risk: 12 }, '/risks/12'],
  ['hand-over-risk', { risk: 3 }, '/risks/3'],
] as const)('the task %s leads to where it is done', async (kind, about, place) => {
  desk(task(kind, about));
  const row = await screen.findByTestId(`task-${kind}`);
  expect((await within(row).findByRole('link')).getAttribute('href')).toBe(place);
});
it('vacant seats stand together', async () => {
  desk(
    task('vacant-seat', { organization: 1, title: 'BUOY' }),
    task('vacant-seat', { organization: 2, title: 'TUGS' }),
  );
  expect(await screen.findByText('2 seats are vacant')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'TUGS' }).getAttribute('href')).toBe('/organizations/2');
  expect(screen.queryByTestId('task-vacant-seat')).toBeNull();
});
describe('a recovery is confirmed at the desk itself', () => {
  const salt = utf8('0123456789abcdef');
  const linkKey = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';
  let code: string[];
  beforeEach(() => {
    code = recoveryCode(keepsRecord().key, linkKey);
    answersTo('GET /api/me', { person: 1 });
    answersTo('POST /api/acts/prepare', { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  });
  const types = async (words: string) => {
    const profile = { salt: toBase64url(salt), text: JSON.stringify({ name: 'Ben' }) };
    desk(task('confirm-recovery', { person: 5, title: 'Ben', link_key: linkKey, wording: { texts: [profile] } }));
    const row = await screen.findByTestId('task-confirm-recovery');
    const confirm = await within(row).findByRole('button', { name: 'Confirm' });
    // No word of the code, then; one may be a part of these by chance.
    expect(row.textContent).toBe('Confirm that Ben lost all passkeysConfirm');
    await userEvent.click(confirm);
    const form = await screen.findByRole('dialog', { name: 'Confirm' });
    await userEvent.type(within(form).getByLabelText(/The twelve words/), words);
    await userEvent.click(within(form).getByRole('button', { name: 'Confirm' }));
    return form;
  };
  const prepares = () => asked.filter(({ what }) => what === 'POST /api/acts/prepare').map(({ body }) => body);

  it('by the words that the person says, whatever their case and gaps', async () => {
    await types(`  ${code.join('  ').toUpperCase()} `);
    expect((await screen.findByTestId('act-words')).textContent).toContain('Ben lost all passkeys');
    expect(screen.getByTestId('act-words').textContent).toContain(code.join(' '));
    const seen = { texts: [contentHash(salt, JSON.stringify({ name: 'Ben' }))], clear: [] };
    expect(prepares()).toEqual([{ command: { type: 'confirm-recovery', person: 5, link_key: linkKey, seen } }]);
  });
  it('and not by those of another request', async () => {
    const other = recoveryCode('another record', linkKey);
    const form = await types(other.join(' '));
    expect(await within(form).findByText(/the words of another request/)).toBeTruthy();
    expect(screen.queryByTestId('act-words')).toBeNull();
    expect(prepares()).toEqual([]);
  });
  it('and a misheard word is named', async () => {
    const form = await types(['abandom', ...code.slice(1)].join(' '));
    expect(await within(form).findByText(/No request has the word abandom/)).toBeTruthy();
    expect(prepares()).toEqual([]);
  });
});
it('a kind of a newer server is told, and leads nowhere', async () => {
  desk(task('brand-new'));
  const row = await screen.findByTestId('task-brand-new');
  expect(within(row).queryByRole('link')).toBeNull();
});
