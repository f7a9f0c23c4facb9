import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { CommandName } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { awaitsPasskey, chooser, command, opens } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { aGroup, aMove, anItem, aPlan, someItems } from '../../testing/workPlan';
import { download } from '../../components/download';
import { items } from './index';

vi.mock('../../components/download', () => ({ download: vi.fn() }));

const hash = expect.stringMatching(/^[\w-]{43}$/) as string;
const past = '2026-01-01T23:00:00.000Z';
const day_ms = 24 * 3600 * 1000;

async function at(address: string, these: Partial<Schemas['Items']>, heading = 'Milestones and actions') {
  answersTo('GET /api/items', someItems(these));
  const shown = showAt(address, items.routes);
  await screen.findByRole('heading', { level: 1, name: heading });
  return shown;
}
const organization = (id: number, key: string) => ({ id, key, name: `The ${key}`, status: 'member', until: null });
const press = (name: string, form: HTMLElement) => userEvent.click(within(form).getByRole('button', { name }));
async function chooses(form: HTMLElement, label: RegExp, option: string) {
  await userEvent.click(chooser(form, label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}
const titles = () => screen.queryAllByTestId(/^item-/).map((row) => within(row).getAllByRole('link')[0]?.textContent);

beforeEach(() => {
  awaitsPasskey();
  answersTo('GET /api/groups', aPlan({ groups: [aGroup()] }));
  answersTo('GET /api/organizations', {
    organizations: [organization(2, 'QUAY'), organization(3, 'TUGS')],
    may: { propose_observer: false },
  });
  answersTo('GET /api/motions', { motions: [], before: null, total: 0, may: [] });
});

describe('a row says', () => {
  it('what, whose, since when, until when and how it stands', async () => {
    await at('/items', { items: [anItem({ slipped: 2 })] });
    const row = screen.getByRole('row', { name: /Buy oil/ });
    expect(within(row).getByRole('link', { name: 'Buy oil' }).getAttribute('href')).toBe('/items/3');
    expect(within(row).getByRole('link', { name: 'Lamp lighters' }).getAttribute('href')).toBe('/groups/7');
    for (const text of ['TUGS', 'since Aug 1, 2026', 'Jun 30, 2027', 'Put off 2 times', 'Open'])
      expect(row.textContent).toContain(text);
  });
  it('that it is overdue, in words', async () => {
    await at('/items', { items: [anItem({ due: past })] });
    expect(screen.getByTestId('overdue').textContent).toMatch(/^Overdue by \d+ days$/);
  });
  it('what it waits for, and why', async () => {
    const other = anItem({ id: 4, content: { title: 'Dig a well' } });
    await at('/items', { items: [anItem({ state: 'blocked', blocked_by: [4], reason: 'No oil.' }), other] });
    const row = screen.getByTestId('item-3');
    expect(row.textContent).toContain('Waits for Dig a well');
    expect(row.textContent).toContain('No oil.');
  });
  it('what shows that it is done', async () => {
    await at('/items?state=done', { items: [anItem({ state: 'done', due: past, evidence: { title: 'Bill' } })] });
    expect(screen.getByTestId('item-3').textContent).toContain('Shown by: Bill');
    expect(screen.queryByTestId('overdue')).toBeNull();
  });
  it('nobody, where nobody holds it, and that a text was erased', async () => {
    await at('/items', { items: [anItem({ holder: null, content: null, due: null })] });
    expect(screen.getByTestId('item-3').textContent).toMatch(/\(erased\).*Nobody.*No day/);
  });
});

describe('what is shown stands in the address', () => {
  const these = [
    anItem({ id: 1, content: { title: 'Mine' }, due: null }),
    anItem({ id: 2, content: { title: 'Late' }, holder: 'QUAY', due: past, group: null }),
    anItem({ id: 3, content: { title: 'Over' }, state: 'dropped' }),
  ];
  it('and is read from there', async () => {
    await at('/items?group=7&state=all', { items: these });
    expect(titles()).toEqual(['Over', 'Mine']);
  });
  it('and goes there when it is chosen', async () => {
    answersTo('GET /api/me', { person: 1, organization: { id: 3, key: 'TUGS' } });
    const { router } = await at('/items', { items: these });
    expect(titles()).toEqual(['Late', 'Mine']);
    await userEvent.click(screen.getByLabelText('Only what is overdue'));
    await waitFor(() => expect(titles()).toEqual(['Late']));
    expect(router.state.location.search).toEqual({ overdue: true });
    await userEvent.click(screen.getByLabelText('Only what my organization holds'));
    expect(await screen.findByText('Nothing fits what is chosen. Choose more.')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('Only what is overdue'));
    await waitFor(() => expect(titles()).toEqual(['Mine']));
    await chooses(screen.getByRole('search'), /State/, 'Dropped');
    await waitFor(() => expect(titles()).toEqual(['Over']));
    expect(router.state.location.search).toEqual({ state: 'dropped', mine: true });
  });
  it('is what a program for tables is given', async () => {
    await at('/items?state=dropped', { items: these });
    await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
    const [name, text, type] = vi.mocked(download).mock.lastCall ?? [];
    expect([name, type]).toEqual(['items.csv', 'text/csv']);
    expect(text).toContain('Over');
    expect(text).not.toContain('Mine');
  });
});

it('of five hundred items fifty are there at once', async () => {
  const many = Array.from({ length: 500 }, (_, id) =>
    anItem({ id, content: { title: `Item ${id}` }, due: new Date(Date.now() + (id + 1) * day_ms).toISOString() }),
  );
  const { router } = await at('/items', { items: many });
  expect(screen.getAllByTestId(/^item-/)).toHaveLength(50);
  expect(screen.getByText('1–50 of 500 items')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));
  await screen.findByText('51–100 of 500 items');
  expect(titles()[0]).toBe('Item 50');
  expect(router.state.location.search).toEqual({ page: 2 });
  await userEvent.click(screen.getByLabelText('Only what is overdue'));
  await waitFor(() => expect(router.state.location.search).toEqual({ overdue: true }));
});

describe('an item offers what the reader may do, and nothing else', () => {
  const offers = async (more: Partial<Schemas['Item']>, others: Schemas['Item'][] = []) => {
    await at('/items/3', { items: [anItem(more), ...others] }, 'Buy oil');
    return screen.getByTestId('moves');
  };
  it.each<[CommandName, string]>([
    ['change-item', 'Change'],
    ['hand-over-item', 'Hand over'],
    ['start-item', 'Start'],
    ['block-item', 'Say what blocks it'],
    ['finish-item', 'Finish'],
    ['drop-item', 'Drop'],
  ])('%s: %s', async (name, label) => {
    const moves = await offers({ may: [name] });
    expect(
      within(moves)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual([label]);
  });
  it('nothing to whoever may do nothing', async () => {
    expect(within(await offers({})).queryAllByRole('button')).toEqual([]);
  });
  it('and sends that it goes on', async () => {
    await press('Go on', await offers({ may: ['start-item'], state: 'blocked' }));
    expect(await command()).toEqual({ type: 'start-item', item: 3 });
  });
  it('and sends another text with the day that it had, to the hour', async () => {
    await offers({ may: ['change-item'], due: '2027-06-30T10:00:00.000Z' });
    const form = await opens('Change');
    await userEvent.type(within(form).getByLabelText(/Title/), ' soon');
    await press('Change', form);
    expect(await command()).toEqual({ type: 'change-item', item: 3, text: hash, due: '2027-06-30T10:00:00.000Z' });
  });
  it('and sends another day, as its end', async () => {
    await offers({ may: ['change-item'] });
    const form = await opens('Change');
    await userEvent.clear(within(form).getByLabelText(/Due/));
    await userEvent.type(within(form).getByLabelText(/Due/), '2027-10-31');
    await press('Change', form);
    expect(await command()).toEqual({ type: 'change-item', item: 3, text: hash, due: '2027-10-31T23:00:00.000Z' });
  });
  it('and hands it to another than who has it', async () => {
    await offers({ may: ['hand-over-item'] });
    const form = await opens('Hand over');
    await userEvent.click(chooser(form, /Holder/));
    expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual(['QUAY']);
    await userEvent.click(screen.getByRole('option', { name: 'QUAY' }));
    await press('Hand over', form);
    expect(await command()).toEqual({ type: 'hand-over-item', item: 3, holder: 2 });
  });
  it('and lets it wait for others that are still to do', async () => {
    const well = anItem({ id: 4, content: { title: 'Dig a well' } });
    await offers({ may: ['block-item'] }, [well, anItem({ id: 5, state: 'done' })]);
    const form = await opens('Say what blocks it');
    await userEvent.click(chooser(form, /Items that it waits for/));
    expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual(['4: Dig a well']);
    await userEvent.click(screen.getByRole('option'));
    await userEvent.type(within(form).getByLabelText(/Reason/), 'No oil.');
    await press('Say what blocks it', form);
    expect(await command()).toEqual({ type: 'block-item', item: 3, blocked_by: [4], reason: hash });
  });
  it('and sends what shows that it is done', async () => {
    await offers({ may: ['finish-item'] });
    const form = await opens('Finish');
    await userEvent.type(within(form).getByLabelText(/What shows that it is done/), 'Bill');
    await press('Finish', form);
    expect(await command()).toEqual({ type: 'finish-item', item: 3, shown_by: hash });
  });
  it('and drops it with a reason', async () => {
    await offers({ may: ['drop-item'] });
    const form = await opens('Drop');
    await userEvent.type(within(form).getByLabelText(/Reason/), 'No need.');
    await press('Drop', form);
    expect(await command()).toEqual({ type: 'drop-item', item: 3, reason: hash });
  });
});

describe('an item’s page', () => {
  const done = (link: string) =>
    at('/items/3', { items: [anItem({ state: 'done', evidence: { title: 'Bill', link, version: '2' } })] }, 'Buy oil');
  it('follows a link of the web', async () => {
    await done('https://oil.example/bill');
    const link = within(screen.getByTestId('evidence')).getByRole('link');
    expect(link.getAttribute('href')).toBe('https://oil.example/bill');
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', '//oil.example', 'ftp://oil.example'])(
    'and shows %s as text',
    async (link) => {
      await done(link);
      expect(within(screen.getByTestId('evidence')).queryByRole('link')).toBeNull();
      expect(screen.getByTestId('evidence').textContent).toContain(link);
    },
  );
  it('tells what happened to it, the latest first', async () => {
    await at(
      '/items/3',
      { items: [anItem({ moves: [aMove(), aMove({ what: 'slipped', holder: 'QUAY' })] })] },
      'Buy oil',
    );
    const entries = within(screen.getByTestId('history')).getAllByRole('listitem');
    expect(entries.map((one) => one.textContent)).toEqual([
      expect.stringContaining('Put off · QUAY'),
      expect.stringContaining('Added · TUGS'),
    ]);
  });
  it('says so where there is none', () => at('/items/9', { items: [] }, 'There is no such item'));
});

it('one that is added is the group’s that is looked at, due at the end of its day', async () => {
  await at('/items?group=7', { may: ['add-items'] });
  const form = await opens('Add an item');
  await userEvent.type(within(form).getByLabelText(/Title/), 'Buy oil');
  await chooses(form, /Holder/, 'TUGS');
  await userEvent.type(within(form).getByLabelText(/Due/), '2027-06-30');
  await press('Add an item', form);
  expect(await command()).toEqual({
    type: 'add-items',
    texts: [hash],
    items: [{ kind: 'action', holder: 3, group: 7, due: '2027-06-30T22:00:00.000Z' }],
  });
});

describe('a table', () => {
  const brings = async (text: string) => {
    await at('/items/import', { may: ['add-items'] }, 'Add items from a table');
    await userEvent.click(screen.getByLabelText('Or paste the table here'));
    await userEvent.paste(text);
    await screen.findByRole('table', { name: 'What would come of each row' });
  };
  const add = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
  it('that is pasted is added all at once', async () => {
    await brings('Task;Owner;Date\nBuy oil;TUGS;30.06.2027\n"Light; it";quay;\n');
    expect(screen.getByText('2 rows, separated by semicolons.')).toBeTruthy();
    expect(screen.getByText('All 2 rows are right.')).toBeTruthy();
    await userEvent.click(add('Add 2 items'));
    expect(await command()).toEqual({
      type: 'add-items',
      texts: [hash, hash],
      items: [
        { kind: 'action', holder: 3, due: '2027-06-30T22:00:00.000Z' },
        { kind: 'action', holder: 2 },
      ],
    });
  });
  it('of which a row is wrong is not added, and says what is wrong', async () => {
    await brings('Task,Owner,Colour\nBuy oil,TUGS,red\n,NOBODY,\n');
    expect(screen.getByTestId('line-3').textContent).toContain('It has no title.No organization is called so.');
    expect(screen.getByText('Not used: Colour')).toBeTruthy();
    expect(add('Add 2 items').disabled).toBe(true);
  });
  it('is asked once which comes first, the day or the month', async () => {
    await brings('Task,Owner,Date\nBuy oil,TUGS,06/07/2027\nLight it,TUGS,07/08/2027');
    expect(add('Add 2 items').disabled).toBe(true);
    await userEvent.click(screen.getByLabelText('The day: 06/07 is July 6'));
    expect(screen.getByTestId('line-2').textContent).toContain('Jul 6, 2027');
    expect(add('Add 2 items').disabled).toBe(false);
  });
  it('of a file is read in its own letters', async () => {
    await at('/items/import', { may: ['add-items'] }, 'Add items from a table');
    const bytes = new Uint8Array(
      [...'\uFEFFTask\tOwner\nÖl\tTUGS'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    );
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File([bytes], 'items.csv', { type: 'text/csv' }));
    expect((await screen.findByTestId('line-2')).textContent).toContain('Öl');
    expect(screen.getByText('Read as UTF-16.')).toBeTruthy();
  });
  it('is not taken from whoever may add none', async () => {
    await at('/items/import', {}, 'Add items from a table');
    expect(screen.queryByLabelText('Or paste the table here')).toBeNull();
  });
});

it('the review counts what became of each since the last session', async () => {
  const later = '2026-10-02T09:00:00.000Z';
  const slipped = anItem({ id: 1, slipped: 2, moves: [aMove(), aMove({ what: 'slipped', at: later })] });
  const moved = anItem({ id: 2, moves: [aMove({ at: later })] });
  const reviewed_at = '2026-10-01T09:00:00.000Z';
  await at('/items/review', { items: [slipped, moved, anItem({ id: 4 })], reviewed_at }, 'Since the last session');
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Put off: 1',
    'Blocked: 0',
    'Untouched: 1',
    'Moved: 1',
    'Done: 0',
    'Dropped: 0',
    'Kickoff held: 0',
    'Summary and plan filed: 0',
    'Said how they stand: 0',
    'Groups that ended: 0',
  ]);
  expect(screen.getByTestId('item-1').textContent).toContain('Put off since; 1 time before that');
  expect(screen.getByTestId('item-2').textContent).toContain('Added');
});
