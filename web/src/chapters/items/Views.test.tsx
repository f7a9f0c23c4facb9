import { DirectionProvider, MantineProvider } from '@mantine/core';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aGroup, aMove, anItem, aPlan, someItems, zone } from '../../testing/workPlan';
import { items } from './index';
import { axisOf, bandsOf } from './line';
import { AxisGrid } from './TimeAxis';

const past = '2026-01-01T23:00:00.000Z';
const these = [
  anItem({ id: 1, content: { title: 'Buy oil' }, due: past }),
  anItem({ id: 2, content: { title: 'Dig a well' }, state: 'blocked', holder: null, group: null }),
  anItem({ id: 3, content: { title: 'Light it' }, state: 'done' }),
  anItem({ id: 4, content: { title: 'Sell it' }, state: 'dropped' }),
];

async function at(address: string, those = these) {
  answersTo('GET /api/items', someItems({ items: those }));
  const shown = showAt(address, items.routes);
  await screen.findByRole('heading', { level: 1, name: 'Milestones and actions' });
  return shown;
}
const heads = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

beforeEach(() => {
  answersTo('GET /api/groups', aPlan({ groups: [aGroup()] }));
  answersTo('GET /api/organizations', { organizations: [], may: { propose_observer: false } });
});

describe('the board', () => {
  it('is a list of lists, one for each state', async () => {
    await at('/items?view=board');
    expect(screen.queryByRole('table')).toBeNull();
    expect(heads()).toEqual(['Open: 1', 'Under way: 0', 'Blocked: 1', 'Done: 1']);
    const columns = within(screen.getByRole('list', { name: 'Items by state' }));
    const open = within(columns.getByRole('list', { name: 'Open: 1' }));
    expect(open.getByRole('link', { name: 'Buy oil' }).getAttribute('href')).toBe('/items/1');
    expect(screen.getByTestId('column-under-way').textContent).toContain('None.');
    expect(screen.getByText('3 items')).toBeTruthy();
  });
  it('says on a card who holds it, until when, of which group, and in words that it is overdue', async () => {
    await at('/items?view=board');
    for (const text of ['Holder', 'TUGS', 'Due', 'Jan 1, 2026', 'Group', 'Lamp lighters'])
      expect(screen.getByTestId('item-1').textContent).toContain(text);
    expect(within(screen.getByTestId('item-1')).getByTestId('overdue').textContent).toMatch(/^Overdue by \d+ days$/);
    expect(screen.getByTestId('item-2').textContent).toContain('Nobody');
  });
  it('has what was dropped where the filter asks for it', async () => {
    await at('/items?view=board&state=all');
    expect(heads().at(-1)).toBe('Dropped: 1');
  });
  it('keeps the filters, and they keep the board', async () => {
    const { router } = await at('/items?view=board&group=7');
    expect(heads()).toEqual(['Open: 1', 'Under way: 0', 'Blocked: 0', 'Done: 1']);
    await userEvent.click(screen.getByLabelText('Only what is overdue'));
    await waitFor(() => expect(heads()).toEqual(['Open: 1', 'Under way: 0', 'Blocked: 0', 'Done: 0']));
    expect(router.state.location.search).toEqual({ view: 'board', group: 7, overdue: true });
  });
  it('leads to all of a column that has more than it shows', async () => {
    const many = Array.from({ length: 60 }, (_, id) => anItem({ id }));
    const { router } = await at('/items?view=board', many);
    expect(screen.getAllByTestId(/^item-/)).toHaveLength(20);
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Open: show all 60' }));
    await screen.findByText('1–50 of 60 items');
    expect(screen.getAllByTestId(/^item-/)).toHaveLength(50);
    expect(router.state.location.search).toEqual({ view: 'board', state: 'open' });
  });
});

describe('the time line', () => {
  it('is a picture that nobody has to see: the table below says the same', async () => {
    await at('/items?view=line');
    const picture = screen.getByTestId('time-line');
    expect(picture.getAttribute('aria-hidden')).toBe('true');
    expect(within(picture).queryAllByRole('link', { hidden: true })).toEqual([]);
    expect(within(screen.getByRole('table')).getByRole('link', { name: 'Buy oil' })).toBeTruthy();
    expect(screen.getByRole('figure').textContent).toMatch(/From \w+ \d{4} to \w+ \d{4}\. The table below/);
  });
  it('has a bar for each row, in the band of its group', async () => {
    await at('/items?view=line');
    const picture = screen.getByTestId('time-line');
    const rows = [...picture.querySelectorAll('.line-row:not(.line-head) > span')];
    expect(rows.map(({ textContent }) => textContent)).toEqual(['Lamp lighters', 'Buy oil', 'No group', 'Dig a well']);
    expect(picture.querySelectorAll('.line-picture .bar-open')).toHaveLength(1);
    expect(picture.querySelectorAll('.line-picture .line-late')).toHaveLength(1);
    expect(picture.querySelectorAll('.line-picture .bar-blocked')).toHaveLength(1);
  });
  it('marks each day that was put off', async () => {
    const moves = [aMove({ due: '2026-12-01T23:00:00.000Z' }), aMove({ what: 'slipped' })];
    await at('/items?view=line', [anItem({ moves })]);
    expect(screen.getByTestId('time-line').querySelectorAll('.line-picture .line-slip')).toHaveLength(1);
  });
  it('needs no style of its own, which the page’s policy would not let in', async () => {
    await at('/items?view=line');
    expect(screen.getByTestId('time-line').querySelectorAll('[style], style, script')).toHaveLength(0);
  });
  it('begins at the right where the page does', () => {
    const now = new Date('2026-11-29T09:00:00Z');
    const axis = axisOf(bandsOf([anItem({ group: null })], []), zone, now);
    const today = (dir: 'ltr' | 'rtl') => {
      const { container, unmount } = render(
        <DirectionProvider initialDirection={dir} detectDirection={false}>
          <MantineProvider env="test">
            <AxisGrid axis={axis} />
          </MantineProvider>
        </DirectionProvider>,
      );
      const place = Number.parseFloat(container.querySelector('.line-now')?.getAttribute('x1') ?? '');
      unmount();
      return place;
    };
    expect(today('ltr')).toBeGreaterThan(0);
    expect(today('ltr') + today('rtl')).toBeCloseTo(100);
  });
});

describe('the view', () => {
  const current = () => screen.getAllByRole('link', { current: 'page' }).map(({ textContent }) => textContent);
  it('is chosen by a link that keeps the filters', async () => {
    const { router } = await at('/items?state=all&holder=TUGS');
    expect(current()).toEqual(['Table']);
    await userEvent.click(screen.getByRole('link', { name: 'Time line' }));
    await screen.findByTestId('time-line');
    expect(current()).toEqual(['Time line']);
    expect(router.state.location.search).toEqual({ state: 'all', holder: 'TUGS', view: 'line' });
    await userEvent.click(screen.getByRole('link', { name: 'Table' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'all', holder: 'TUGS' }));
  });
  it('that is nothing but a slip is the table', async () => {
    await at('/items?view=lost');
    expect(screen.getByRole('table')).toBeTruthy();
  });
});
