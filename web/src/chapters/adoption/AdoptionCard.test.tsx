import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { AdoptionCard } from './AdoptionCard';
import { Deliverables } from './Deliverables';

const about = { decision: 4, item: null };
const own: Schemas['OwnAdoption'] = {
  ...about,
  state: 'conveyed',
  text: 'To the board in May.',
  by: 'Amina Diallo',
  at: '2026-05-04T10:00:00.000Z',
};

const there = (adoptions: Partial<Schemas['Adoptions']>) =>
  answersTo('GET /api/adoptions', { deliverables: [], counts: [], own: [], may_say: true, ...adoptions });
const sent = () => asked.filter(({ what }) => what === 'POST /api/adoptions/say').map(({ body }) => body);

beforeEach(() => answersTo('POST /api/adoptions/say', {}));

describe('what became of a recommendation', () => {
  it('is told in numbers, of this one alone', async () => {
    there({
      counts: [
        { ...about, conveyed: 2, adopted: 1, declined: 0 },
        { decision: null, item: 4, conveyed: 0, adopted: 0, declined: 9 },
      ],
    });
    show(<AdoptionCard about={about} />);
    expect(await screen.findByText('adopted by one organization · conveyed in 2 organizations')).toBeTruthy();
  });
  it('is said to be unknown where nobody said anything', async () => {
    there({ may_say: false });
    show(<AdoptionCard about={about} />);
    expect(await screen.findByText('No organization has said yet what became of it.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('is said for one’s own organization', async () => {
    there({});
    show(<AdoptionCard about={about} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Say what became of it' }));
    const form = await screen.findByRole('dialog', { name: 'Say what became of it' });
    expect(within(form).getByText(/never which/)).toBeTruthy();
    await userEvent.click(within(form).getByRole('combobox', { name: /How it stands/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'adopted' }));
    await userEvent.type(within(form).getByLabelText(/How it was conveyed/), 'In force since June.');
    await userEvent.click(within(form).getByRole('button', { name: 'Keep' }));
    expect(sent()).toEqual([{ decision: 4, state: 'adopted', text: 'In force since June.' }]);
  });
  it('shows what one’s own said, and lets it be taken back', async () => {
    there({ own: [own] });
    show(<AdoptionCard about={about} />);
    expect(await screen.findByText('To the board in May.')).toBeTruthy();
    expect(screen.getByText('Your organization: conveyed to its governing body, not decided yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    const form = await screen.findByRole('dialog', { name: 'Take it back' });
    await userEvent.click(within(form).getByRole('button', { name: 'Take it back' }));
    expect(sent()).toEqual([{ decision: 4, text: '' }]);
  });
});

describe('what groups delivered', () => {
  it('stands with how many adopted it; another group’s does not', async () => {
    there({
      counts: [{ decision: null, item: 1, conveyed: 0, adopted: 3, declined: 0 }],
      deliverables: [
        { item: 1, group: 7, title: 'Lamps' },
        { item: 3, group: 8, title: 'Ropes' },
      ],
    });
    show(<Deliverables groups={[7]} />);
    const list = await screen.findByTestId('deliverables');
    expect(within(list).getByRole('link', { name: 'Lamps' }).getAttribute('href')).toBe('/items/1');
    expect(within(list).getByText('adopted by 3 organizations')).toBeTruthy();
    expect(within(list).queryByText('Ropes')).toBeNull();
  });
});
