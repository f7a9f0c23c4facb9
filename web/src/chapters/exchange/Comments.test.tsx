// What one has to say about a shared object is not lost before it is said.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Comments } from './Comments';

const said = { text: 'We saw it as well.', at: '2026-03-02T10:00:00.000Z' };
const shows = (id: string) =>
  show(<Comments page={{ id, added: '2026-03-02T09:00:00.000Z', comments: [said], may: ['comment'] }} />);

beforeEach(() => {
  localStorage.clear();
  answersTo('GET /api/me', { person: 7 });
  answersTo('POST /api/exchange/comments', {});
});

it('what was begun about one stands there when the page is loaded anew, and not at another', async () => {
  const page = shows('incident--1');
  expect(screen.getByText(said.text)).toBeTruthy();
  await userEvent.type(within(await opens('Comment')).getByLabelText(/Your comment/), 'Block');
  page.unmount();
  const another = shows('incident--2');
  expect(within(await opens('Comment')).queryByTestId('draft')).toBeNull();
  another.unmount();
  shows('incident--1');
  const form = await opens('Comment');
  expect(await within(form).findByTestId('draft')).toBeTruthy();
  await userEvent.type(within(form).getByLabelText(/Your comment/), ' it.');
  await userEvent.click(within(form).getByRole('button', { name: 'Comment' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ what }) => what === 'POST /api/exchange/comments')?.body).toEqual({
    id: 'incident--1',
    text: 'Block it.',
  });
  expect(localStorage.length).toBe(0);
});
