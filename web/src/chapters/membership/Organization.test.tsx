// The page of an organization: who has its seat, what became of it, and what the reader may do.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { CommandName } from '../../acts/act';
import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { Schemas } from '../../api/client';
import { actWords, asksNothing, awaitsPasskey, command } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { membership } from './index';

const salt = utf8('0123456789abcdef');
const profile = JSON.stringify({ email: '', name: 'Ada', title: 'CISO' });
const ada = { id: 7, name: 'Ada', title: 'CISO', is_guest: false, enrolled: true, organization: 'QUAY' };
const mandate = (more: Partial<Schemas['Mandate']> = {}): Schemas['Mandate'] => ({
  id: 3,
  kind: 'main',
  person: ada,
  from: '2026-03-01T09:00:00.000Z',
  until: null,
  current: true,
  responsibilities: [],
  wording: { texts: [{ salt: toBase64url(salt), text: profile }] },
  may: [],
  ...more,
});
const page: Schemas['OrganizationPage'] = {
  id: 2,
  key: 'QUAY',
  name: 'Quay Masters',
  status: 'member',
  from: '2026-01-01T00:00:00.000Z',
  until: null,
  mandates: [mandate()],
  history: [],
  absent: false,
  may: [],
  waiting: null,
};

async function shows(more: Partial<Schemas['OrganizationPage']> = {}) {
  answersTo('GET /api/organizations/2', { ...page, ...more });
  showAt('/organizations/2', membership.routes);
  return screen.findByRole('heading', { level: 1, name: 'Quay Masters' });
}
/** But those that sort the table. */
const buttons = () =>
  screen
    .queryAllByRole('button')
    .filter((button) => button.closest('table') === null)
    .map(({ textContent }) => textContent);

beforeEach(() => {
  awaitsPasskey();
  answersTo('GET /api/people', { people: [], may: [] });
  answersTo('GET /api/charter', { responsibilities: [] });
});

describe('an organization', () => {
  it('is told with who has its seat, and since when', async () => {
    await shows({
      mandates: [
        mandate({ id: 1, person: { ...ada, name: 'Ben' }, from: '2025-03-01T09:00:00.000Z', until: mandate().from }),
        mandate(),
      ],
    });
    const [, last, first] = within(screen.getByRole('table', { name: 'Mandates' })).getAllByRole('row');
    expect([last, first].map((row) => row?.textContent)).toEqual([
      expect.stringMatching(/Ada.*Main representative.*Open/),
      expect.stringMatching(/Ben.*Main representative.*Mar 1, 2026/),
    ]);
  });
  it('says that its alternate votes while the representative is absent', async () => {
    await shows({ absent: true });
    expect(screen.getByText('The main representative has declared an absence; the alternate votes.')).toBeTruthy();
  });
  it('that is gone says so, and a vacant seat that nobody has held', async () => {
    await shows({ until: '2026-05-01T00:00:00.000Z', mandates: [] });
    expect(screen.getByText('No longer here')).toBeTruthy();
    expect(screen.getByText('Nobody has held this seat yet.')).toBeTruthy();
  });
  it('shows a change that waits for a second person above what may be done', async () => {
    await shows({
      waiting: {
        id: 4,
        loses: ada,
        gets: null,
        from: null,
        until: null,
        asked_by: { ...ada, id: 0, name: 'Sam' },
        asked_at: '2026-02-20T09:00:00.000Z',
        lapses: '2026-03-06T09:00:00.000Z',
        wording: { texts: [] },
        may: [],
      },
    });
    expect(screen.getByTestId('seat-change').textContent).toContain('The mandate of Ada for QUAY ends.');
  });
});

describe('what the reader may do', () => {
  it('is nothing to whoever may do nothing', async () => {
    await shows();
    expect(buttons()).toEqual([]);
    expect(screen.queryByRole('columnheader', { name: 'Actions' })).toBeNull();
  });
  it.each<[CommandName, string]>([
    ['appoint-representative', 'Record an appointment'],
    ['succeed-representative', 'Record a succession'],
    ['name-alternate', 'Name an alternate'],
    ['declare-absence', 'Declare an absence'],
    ['end-absence', 'I am back'],
    ['propose-observer-end', 'Propose to end'],
    ['leave-as-observer', 'Leave as Observer'],
  ])('is %s, and nothing else: %s', async (name, label) => {
    await shows({ may: [name] });
    expect(buttons()).toEqual([label]);
  });
  it('is to end the mandate that says so, of the very person whom the page shows', async () => {
    await shows({ mandates: [mandate({ may: ['end-mandate'] }), mandate({ id: 4, kind: 'alternate' })] });
    await userEvent.click(screen.getByRole('button', { name: 'End' }));
    expect(await actWords()).toBe('The mandate of Ada for QUAY ends now.');
    expect(await command()).toEqual({
      type: 'end-mandate',
      mandate: 3,
      seen: { texts: [contentHash(salt, profile)], clear: [expect.any(String), expect.any(String)] as string[] },
    });
  });
  it('is not signed where the host shows somebody else as the representative', async () => {
    await shows({ mandates: [mandate({ person: { ...ada, name: 'Max' }, may: ['end-mandate'] })] });
    await userEvent.click(screen.getByRole('button', { name: 'End' }));
    expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
    asksNothing();
  });
});
