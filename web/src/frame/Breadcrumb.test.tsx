import { createRoute, Outlet } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Chapter, Place } from '../chapters/chapter';
import { chapters } from '../chapters/index';
import { useCrumb } from '../components/crumb';
import { showAt } from '../testing/page';
import { Breadcrumb, placeAbove } from './Breadcrumb';
import { shell } from './parents';

const places = chapters.flatMap((chapter): Place[] => chapter.places);
const shows = (path: string, Page: () => null, shown = places) => {
  const frame = createRoute({
    getParentRoute: () => shell,
    id: 'frame',
    component: () => (
      <>
        <Breadcrumb shown={shown} />
        <Outlet />
      </>
    ),
  });
  const page = createRoute({ getParentRoute: () => frame, path, component: Page });
  return showAt(path.replace('$id', '4').replace('$session', '2'), [frame.addChildren([page])]);
};
const nothing = () => null;
const crumbs = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('the way back up', () => {
  it.each([
    ['/meetings/$id', 'meetings'],
    ['/motions/$id', 'decisions'],
    ['/record/$id', 'record'],
    ['/priorities/$id', 'workPlan'],
    ['/items', 'workPlan'],
    ['/items/$id', 'workPlan'],
    ['/exposure/questions/$set/$question', 'exposure'],
    ['/mail', 'duties'],
  ])('from %s leads to %s', (route, key) => expect(placeAbove(route)?.key).toBe(key));
  it('is none from a place, from one’s account, and from where nothing is', () => {
    for (const route of ['/', '/meetings', '/duties', '/charter', '/me', '/nowhere'])
      expect(placeAbove(route), route).toBeUndefined();
  });
  it('is there from every page below a chapter’s own', () => {
    const routes = chapters.flatMap(({ routes }: Chapter) =>
      routes.map(({ options }) => String((options as { path?: string }).path)),
    );
    const lost = routes.filter((route) => !places.some(({ to }) => to === route) && !placeAbove(route));
    expect(lost).toEqual(['/me']);
  });
  it('is called as the menu calls the place', async () => {
    shows('/meetings/$id', nothing);
    const link = await screen.findByRole('link', { name: 'Meetings' });
    expect(link.getAttribute('href')).toBe('/meetings');
    expect(screen.getByRole('navigation', { name: 'The way here' })).toBeTruthy();
  });
  it('has what lies between, while the page says so', async () => {
    shows('/meetings/$id/room/$session', () => {
      useCrumb({ to: '/meetings/4', label: 'Autumn symposium' });
      return null;
    });
    await screen.findByRole('link', { name: 'Autumn symposium' });
    expect(crumbs()).toEqual(['Meetings', 'Autumn symposium']);
  });
  it('leads nowhere where the reader may not go', async () => {
    const { router } = shows('/motions/$id', nothing, []);
    await router.load();
    expect(crumbs()).toEqual([]);
  });
});
