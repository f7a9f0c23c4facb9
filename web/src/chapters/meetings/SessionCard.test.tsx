import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { aMotion } from '../../testing/motion';
import { show } from '../../testing/page';
import { SessionCard } from './SessionCard';

type Session = Schemas['MeetingSession'];

const aSession = (more: Partial<Session> = {}): Session => ({
  id: 2,
  kind: 'executive',
  title: 'Council',
  starts: '2026-03-01T09:00:00.000Z',
  ends: '2026-03-01T12:00:00.000Z',
  opened_at: null,
  closed_at: null,
  live: false,
  agenda: [{ item: 'h', text: 'The pier', minutes: 30 }],
  present: false,
  quorum: { present: 2, needed: 3, members: 5, stands: false },
  attendance: [],
  motions: [],
  may: [],
  ...more,
});
const meeting = {
  id: 4,
  starts: '2026-03-01T08:00:00.000Z',
  ends: '2026-03-01T17:00:00.000Z',
  time_zone: 'Europe/Rome',
};
const card = (more: Partial<Session>) => show(<SessionCard session={aSession(more)} meeting={meeting} />);
const offered = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('a session offers what the reader may do, and nothing else', () => {
  it('nothing to whoever may do nothing', () => {
    card({ live: true });
    expect(offered()).toEqual([]);
  });
  it.each([
    ['open-session', 'Open the session'],
    ['enter-session', 'Enter'],
    ['leave-session', 'Leave'],
  ] as const)('%s: %s', (name, label) => {
    card({ may: [name] });
    expect(offered()).toEqual([label]);
  });
  it('items to add and to remove to whoever keeps the agenda', () => {
    card({ may: ['add-agenda-item'] });
    expect(offered()).toEqual(['Remove', 'Add an agenda item']);
  });
  it('motions and amendments in an executive session alone', () => {
    const { unmount } = card({ may: ['propose-motion'] });
    expect(offered()).toEqual(['Propose a motion', 'Propose an amendment of the charter']);
    unmount();
    card({ kind: 'open', may: ['propose-motion'] });
    expect(offered()).toEqual([]);
  });
});

describe('a live session', () => {
  const isAbove = (one: Element, other: Element) =>
    Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const person = (id: number) => ({
    id,
    is_guest: false,
    name: `Person ${id}`,
    title: null,
    enrolled: true,
    organization: null,
    for: null,
    votes: false,
  });
  it('shows what is voted on now above the agenda and the room, and what is only proposed below', () => {
    const motions = [aMotion({ id: 1, content: { title: 'Later', text: '' } }), aMotion({ id: 2, state: 'open' })];
    card({ live: true, motions });
    const open = screen.getByRole('article', { name: 'A new pier' });
    expect(isAbove(open, screen.getByTestId('quorum'))).toBe(true);
    expect(isAbove(open, screen.getByRole('table', { name: 'Agenda' }))).toBe(true);
    expect(isAbove(screen.getByRole('table', { name: 'Agenda' }), screen.getByRole('article', { name: 'Later' }))).toBe(
      true,
    );
  });
  it.each([
    [12, true],
    [13, false],
  ])('names %d people at once: %s', (count, isOpen) => {
    card({ live: true, attendance: Array.from({ length: count }, (_, id) => person(id)) });
    expect(screen.getByText(`${count} people are here`).closest('details')?.open).toBe(isOpen);
  });
});

describe('a session that is closed', () => {
  const closing = {
    attester: { id: 3, is_guest: false, name: 'Ben', title: null, enrolled: true, organization: null },
    attested: false,
    drawn_at: '2026-03-01T11:00:00.000Z',
  };
  it.each<[Session['may'], Partial<Session>, string[]]>([
    [['begin-closing'], {}, ['Close the session']],
    [['begin-closing', 'close-session'], {}, ['Close the session']],
    [['begin-closing', 'resume-session'], { closing }, ['Draw another Member', 'Go on with the session']],
    [['attest-session'], { closing }, ['Sign what happened']],
    [['close-session'], { closing: { ...closing, attested: true } }, ['Close the session']],
  ])('offers by %j what is next', (may, more, labels) => {
    card({ live: true, may, ...more });
    expect(offered()).toEqual(labels);
  });
  it.each([
    [closing, 'Ben was drawn to sign'],
    [{ ...closing, attested: true }, 'Ben has signed'],
    [{ attested: false, drawn_at: closing.drawn_at }, 'signs alone'],
  ])('says who is to sign: %j', (its, words) => {
    card({ live: true, closing: its });
    expect(screen.getByTestId('closing').textContent).toContain(words);
  });
});

describe('the room of a session', () => {
  it('is shown while it is live, with its quorum', () => {
    const { unmount } = card({ live: true });
    expect(screen.getByTestId('quorum').textContent).toBe('No quorum: 2 present, 3 needed');
    unmount();
    card({});
    expect(screen.queryByTestId('quorum')).toBeNull();
  });
  it('has no quorum where nothing is decided', () => {
    card({ kind: 'open', live: true });
    expect(screen.queryByTestId('quorum')).toBeNull();
  });
});
