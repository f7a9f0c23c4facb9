import { createRoute } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { awaitsPasskey } from '../testing/acts';
import { showAt } from '../testing/page';
import { aMotion } from '../testing/motion';
import { answersTo, No } from '../testing/server';
import { PaletteButton } from './PaletteButton';
import { root, shell } from './parents';

const here = createRoute({ getParentRoute: () => shell, path: '/here', component: PaletteButton });
const elsewhere = createRoute({ getParentRoute: () => root, path: '/$', component: () => <h1>{'There'}</h1> });

const opensIt = async () => {
  const { router } = showAt('/here', [here, elsewhere]);
  await screen.findByRole('button', { name: 'Find (Ctrl-K)' });
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox');
  return { router, field };
};
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const finds = (text: string) => waitFor(() => expect(options().join('\n')).toContain(text));

beforeEach(() => {
  awaitsPasskey();
  answersTo('GET /api/desk', {
    tasks: [{ kind: 'vote', about: { title: 'A new pier', motion: 3 }, by: null }],
    notices: [],
    recovery_asked: null,
    meetings: [],
  });
  answersTo('GET /api/motions', { may: ['propose-motion'], before: null, motions: [aMotion({ id: 7, decision: 5 })] });
  answersTo('GET /api/meetings', {
    may: [],
    meetings: [
      {
        id: 4,
        details: { title: 'Autumn symposium', place: 'Bonn' },
        starts: '2026-10-01T07:00:00.000Z',
        time_zone: 'Europe/Berlin',
      },
    ],
  });
  answersTo('GET /api/people', {
    may: [],
    people: [{ id: 1, name: 'Ada Anchor', title: 'CISO', organization: 'QUAY' }],
  });
  answersTo('GET /api/organizations', { may: [], organizations: [{ id: 2, key: 'QUAY', name: 'Quay authority' }] });
  answersTo('GET /api/groups', { groups: [{ id: 3, title: 'Lamp lighters' }] });
  answersTo('GET /api/charter', { clauses: [{ number: '6.5', title: 'Voting' }] });
  answersTo('POST /api/exchange/search', {
    objects: [{ id: 'incident--1', title: 'Phishing of pilots', type: 'incident' }],
    next: null,
    may: [],
  });
});

describe('the palette', () => {
  it('opens by Ctrl-K, and shows the pages and what one may do now', async () => {
    await opensIt();
    await finds('Vote: A new pier');
    expect(options().join('\n')).toContain('Organizations');
  });
  it.each([
    ['autumn bonn', 'Autumn symposium'],
    ['pier 5', 'A new pier'],
    ['anchor', 'Ada Anchor'],
    ['quay', 'Quay authority'],
    ['lamp', 'Lamp lighters'],
    ['6.5', '6.5 Voting'],
    ['phish', 'Phishing of pilots'],
  ])('finds by %s', async (typed, label) => {
    const { field } = await opensIt();
    await userEvent.type(field, typed);
    await finds(label);
  });
  it('goes to what is chosen by the keyboard, with its part of the page', async () => {
    answersTo('POST /api/exchange/search', { objects: [], next: null, may: [] });
    const { field, router } = await opensIt();
    await userEvent.type(field, 'voting');
    await finds('6.5 Voting');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe('/charter#clause-6.5'));
  });
  it('tells whoever can’t see it which one is chosen', async () => {
    const { field } = await opensIt();
    await userEvent.type(field, 'quay');
    await finds('Quay authority');
    const chosen = () => screen.getByRole('option', { selected: true });
    const first = chosen();
    expect(field.getAttribute('aria-activedescendant')).toBe(first.id);
    await userEvent.keyboard('{ArrowDown}');
    expect(chosen()).not.toBe(first);
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen().id);
    await userEvent.keyboard('{ArrowUp}');
    expect(chosen()).toBe(first);
  });
  it('finds the rest where one chapter can’t be asked', async () => {
    answersTo('GET /api/people', new No(503, 'unreachable'));
    const { field } = await opensIt();
    await userEvent.type(field, 'quay');
    await finds('Quay authority');
  });
  it('offers what one may begin now, and nothing else, and leads to its form', async () => {
    answersTo('POST /api/exchange/search', { objects: [], next: null, may: [] });
    const { field, router } = await opensIt();
    await finds('Propose a motion');
    await finds('Make a token');
    expect(options().join('\n')).not.toMatch(/Plan a meeting|Report an incident/);
    await userEvent.type(field, 'propose');
    await waitFor(() => expect(options()).toEqual(['Propose a motionBegin']));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe('/decisions#propose-a-motion'));
  });
  it('offers what the Secretary may begin, and what a Member may share', async () => {
    answersTo('GET /api/meetings', { may: ['plan-meeting'], meetings: [] });
    answersTo('POST /api/exchange/search', { objects: [], next: null, may: ['share'] });
    await opensIt();
    await finds('Plan a meeting');
    await finds('Report an incident');
  });
  it('says that nothing fits', async () => {
    answersTo('POST /api/exchange/search', { objects: [], next: null, may: [] });
    const { field } = await opensIt();
    await userEvent.type(field, 'xyzzy');
    expect(await screen.findByText('Nothing fits. Try other words.')).toBeTruthy();
  });
});
