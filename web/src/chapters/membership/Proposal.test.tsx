// What is before whoever is consulted on an Observer, and before the committee that decides: the statement and what members said, and that signed.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { Schemas } from '../../api/client';
import {
  actWords,
  asksNothing,
  awaitsPasskey,
  command,
  commands,
  contentsSent,
  letsAct,
  opens,
} from '../../testing/acts';
import { show } from '../../testing/page';
import { Proposal } from './Proposal';

const salt = utf8('0123456789abcdef');
const original = (text: string) => ({ salt: toBase64url(salt), text });
const statement = 'They know the rocks.';
const comment = 'And the tides.';
const at = '2026-03-02T09:00:00.000Z';
const proposal: Schemas['ObserverProposal'] = {
  id: 5,
  key: 'PILOTS',
  name: 'Harbour Pilots',
  statement,
  consultation_ends: '2026-03-31T22:00:00.000Z',
  state: 'consulted',
  is_end: false,
  comments: [{ organization: 'QUAY', comment, at }],
  opinions: [],
  wording: { texts: [original(statement), original(comment)] },
  may: [],
};
const shows = (more: Partial<Schemas['ObserverProposal']> = {}) =>
  show(<Proposal proposal={{ ...proposal, ...more }} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const seen = {
  texts: [contentHash(salt, statement), contentHash(salt, comment)],
  clear: [expect.any(String), expect.any(String)] as string[],
};

beforeEach(awaitsPasskey);

describe('a proposed Observer', () => {
  it('is told with why, until when members are consulted, and what they said', () => {
    const { container } = shows();
    expect(screen.getByRole('heading').textContent).toBe('Harbour Pilots (PILOTS)');
    expect(screen.getByText('Members are consulted')).toBeTruthy();
    expect(screen.getByText(statement)).toBeTruthy();
    expect(screen.getByText(comment, { exact: false }).textContent).toBe('QUAY And the tides.');
    expect(container.querySelector('time')?.dateTime).toBe(proposal.consultation_ends);
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('whose seat is to end is told as that', () => {
    shows({ is_end: true });
    expect(screen.getByText('Members are consulted on its end')).toBeTruthy();
  });
  it('of whom a text was erased says so', () => {
    shows({ statement: null, comments: [] });
    expect(screen.getByText('(erased)', { exact: false })).toBeTruthy();
  });
});

it('whoever is consulted comments in their own words', async () => {
  letsAct();
  shows({ may: ['comment-on-observer'] });
  const form = await opens('Comment');
  await userEvent.type(within(form).getByLabelText(/Your comment/), 'We are for it.');
  await userEvent.click(within(form).getByRole('button', { name: 'Comment' }));
  await screen.findByRole('status');
  expect(commands()).toMatchObject([{ type: 'comment-on-observer', proposal: 5 }]);
  expect(contentsSent()).toEqual(['We are for it.']);
});

it('what was begun stands there when the page is loaded anew, and no more once it was sent', async () => {
  letsAct();
  const page = shows({ may: ['comment-on-observer'] });
  await userEvent.type(within(await opens('Comment')).getByLabelText(/Your comment/), 'We are');
  page.unmount();
  shows({ may: ['comment-on-observer'] });
  const form = await opens('Comment');
  expect(await within(form).findByTestId('draft')).toBeTruthy();
  await userEvent.type(within(form).getByLabelText(/Your comment/), ' for it.');
  await userEvent.click(within(form).getByRole('button', { name: 'Comment' }));
  await screen.findByRole('status');
  expect(contentsSent()).toEqual(['We are for it.']);
  expect(localStorage.length).toBe(0);
});

describe('the committee', () => {
  it.each([
    [false, 'Admit', true, 'I am for admitting Harbour Pilots as Observer.'],
    [false, 'Decline', false, 'I am against admitting Harbour Pilots as Observer.'],
    [true, 'Keep', true, 'I am for Harbour Pilots staying an Observer.'],
    [true, 'End', false, 'I am for Harbour Pilots being an Observer no longer.'],
  ])('decides, with all that stands there in what is signed (an end: %s, %s)', async (is_end, label, admit, words) => {
    shows({ is_end, may: ['decide-on-observer'] });
    await press(label);
    expect(await actWords()).toBe(words);
    expect(await command()).toEqual({ type: 'decide-on-observer', proposal: 5, admit, seen });
  });
  it.each<[string, Partial<Schemas['ObserverProposal']>]>([
    ['why', { statement: 'They bring rum.' }],
    ['what a member said', { comments: [{ organization: 'QUAY', comment: 'Never.', at }] }],
    ['that a member said something', { comments: [] }],
  ])('signs nothing where %s is shown otherwise than the record names it', async (_, more) => {
    shows({ ...more, may: ['decide-on-observer'] });
    await press('Admit');
    expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
    asksNothing();
  });
  it('decides on nothing of which a text was erased', async () => {
    shows({ statement: null, wording: { texts: [null, original(comment)] }, may: ['decide-on-observer'] });
    await press('Admit');
    expect((await screen.findByTestId('problem')).textContent).toContain('A text of this was erased');
    asksNothing();
  });
});
