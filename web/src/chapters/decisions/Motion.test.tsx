import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readCsv } from '../../components/csv';
import { aMotion } from '../../testing/motion';
import { show, showAt } from '../../testing/page';
import { answersTo, No } from '../../testing/server';
import { Decisions } from './Decisions';
import { decisions } from './index';

const closed = { state: 'closed', closed_at: '2026-03-02T09:00:00.000Z', outcome: 'adopted', winner: 0 } as const;
const decided = aMotion({ id: 7, ...closed, decision: 5, counts: [2, 1, 0] });

beforeEach(() => answersTo('GET /api/me', { person: 1, roles: [], has_seat: true }));
afterEach(() => vi.restoreAllMocks());

describe('a motion at its own address', () => {
  it('is its page, with its number, its mover and the meeting that decided it', async () => {
    answersTo('GET /api/motions/7', decided);
    showAt('/motions/7', decisions.routes);
    expect(await screen.findByRole('heading', { level: 1, name: 'A new pier' })).toBeTruthy();
    expect(screen.getByText('Decision 5')).toBeTruthy();
    expect(screen.getByText('Ada (BUOY)')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'The meeting' }).getAttribute('href')).toBe('/meetings/1');
  });
  it('can be printed', async () => {
    const print = vi.fn();
    const ofThePage = window.print;
    window.print = print;
    answersTo('GET /api/motions/7', decided);
    showAt('/motions/7', decisions.routes);
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    window.print = ofThePage;
  });
  it('that is none says so', async () => {
    answersTo('GET /api/motions/9', new No(404, 'nothing-there'));
    showAt('/motions/9', decisions.routes);
    expect(await screen.findByTestId('problem')).toBeTruthy();
  });
});

/** The text of the file that is saved next. */
function saved(): Promise<string> {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  return new Promise((resolve) => {
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      void (blob as Blob).text().then(resolve);
      return 'blob:';
    });
  });
}

describe('the register as a table', () => {
  it('has every decision, also those that the page does not show yet, the first on top', async () => {
    answersTo('GET /api/motions', (_: unknown, query: URLSearchParams) =>
      query.get('before') === '5'
        ? { may: [], before: null, motions: [aMotion({ id: 1, ...closed, decision: 1 })] }
        : { may: [], before: 5, motions: [decided, aMotion({ id: 8, state: 'open' })] },
    );
    const file = saved();
    show(<Decisions />);
    await userEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));
    const { rows } = readCsv(await file);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['No.', '1', '5']);
  });
  it('says the result, the votes, and where the decision stands', async () => {
    const title = '=1+1, "quoted"';
    const one = aMotion({
      id: 7,
      ...closed,
      decision: 5,
      counts: [2, 1, 0],
      votes: [{ organization: 'QUAY', choice: 1 }],
      content: { title, text: 'On two\nlines' },
    });
    answersTo('GET /api/motions', { may: [], before: null, motions: [one] });
    const file = saved();
    show(<Decisions />);
    await userEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));
    const { rows } = readCsv(await file);
    expect(rows[1]?.cells.slice(1)).toEqual([
      `'${title}`,
      'On two\nlines',
      closed.closed_at,
      'Vote',
      'Adopted',
      'For: 2; Against: 1; Abstain: 0',
      'QUAY: Against',
      'http://localhost/c/ccop/motions/7',
    ]);
  });
  it('leads to each decision', async () => {
    answersTo('GET /api/motions', { may: [], before: null, motions: [decided] });
    show(<Decisions />);
    const row = await screen.findByRole('row', { name: /A new pier/ });
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/motions/7');
  });
});
