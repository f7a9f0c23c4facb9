import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { actsThatSay } from './acts';
import { record } from './index';

type Row = Schemas['RecordRow'];

const row = (more: Partial<Row>): Row => ({
  seq: 7,
  is_sealed: false,
  at: '2026-03-01T09:00:00.000Z',
  command: 'open-motion',
  acts: ['motion-opened'],
  about: [{ act: 0, member: 'motion', id: 3, name: 'A new pier' }],
  person: 'Ada',
  is_signed: true,
  ...more,
});
const opening = row({});
const closing = row({
  seq: 8,
  acts: ['motion-closed', 'decision-registered'],
  person: null,
  about: [
    { act: 0, member: 'motion', id: 3, name: 'A new pier' },
    { act: 1, member: 'motion', id: 3, name: null },
  ],
});
const page = (entries: Row[], first = 0) => ({ size: 9, first, entries, log_key: 'k' });
const rows = () => screen.findAllByTestId('entry');
const texts = async () => (await rows()).map(({ textContent }) => textContent);

beforeEach(() => {
  answersTo('GET /api/me', { person: 1, has_seat: true });
  answersTo('GET /api/log/witnesses', { needed: 0, witnesses: [], notes: [] });
});

describe('the record', () => {
  it('says who did what to what, in a sentence', async () => {
    answersTo('GET /api/record', page([opening]));
    showAt('/record', record.routes);
    expect((await texts())[0]).toContain('Ada opened the motion “A new pier”.');
  });
  it('says each act of an entry, whose names are erased or who is the platform', async () => {
    answersTo('GET /api/record', page([closing]));
    showAt('/record', record.routes);
    const items = within((await rows())[0] ?? document.body).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'The platform closed the motion “A new pier”.',
      'The motion “(erased)” came to the register of decisions.',
    ]);
  });
  it('leaves an act that this page does not know as it is called', async () => {
    answersTo('GET /api/record', page([row({ acts: ['brand-new'], about: [] })]));
    showAt('/record', record.routes);
    expect((await texts())[0]).toContain('brand-new');
  });
  it('shows older entries behind those that are there', async () => {
    answersTo('GET /api/record', (_: unknown, query: URLSearchParams) =>
      query.get('before') === '8' ? page([opening]) : page([closing], 8),
    );
    showAt('/record', record.routes);
    await userEvent.click(await screen.findByRole('button', { name: 'Show older entries' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show older entries' })).toBeNull();
  });
});

describe('a search', () => {
  it('is the server’s, through the whole record, by names and by what was done', async () => {
    answersTo('GET /api/record', (_: unknown, query: URLSearchParams) =>
      query.get('text') === 'opened the motion' && query.get('acts') === 'motion-opened'
        ? page([opening])
        : page([closing]),
    );
    showAt('/record', record.routes);
    await userEvent.type(await screen.findByLabelText('Search the whole record'), 'opened the motion');
    expect(await screen.findByText('Ada opened the motion “A new pier”.')).toBeTruthy();
    expect(await rows()).toHaveLength(1);
  });
  it('says that nothing fits, and how far was looked', async () => {
    answersTo('GET /api/record', (_: unknown, query: URLSearchParams) =>
      !query.has('text') ? page([opening]) : query.has('before') ? page([]) : page([], 4),
    );
    showAt('/record', record.routes);
    await userEvent.type(await screen.findByLabelText('Search the whole record'), 'xyz');
    expect(await screen.findByText(/Nothing found from entry 4 on/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Search older entries' }));
    expect(await screen.findByText(/Nothing in the record fits/)).toBeTruthy();
  });
  it('finds acts by their words, and by their names', () => {
    expect(actsThatSay('Opened the motion')).toEqual(['motion-opened']);
    expect(actsThatSay('motion-opened')).toEqual(['motion-opened']);
    expect(actsThatSay('motion-')).toEqual([]);
  });
});
