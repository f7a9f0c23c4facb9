import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Coming } from './Coming';

const ben = { id: 3, is_guest: false, name: 'Ben', title: null, enrolled: true, organization: null };
const of = (more: Partial<Schemas['WhoComes']>) => {
  answersTo('GET /api/meetings/4/coming', { own: null, may_say: false, ...more });
  return show(<Coming meeting={4} />);
};
const sent = () => asked.filter(({ what }) => what === 'POST /api/coming').map(({ body }) => body);

beforeEach(() => answersTo('POST /api/coming', {}));

describe('whoever has a place', () => {
  it.each([
    ['I come', 'yes'],
    ['I join from elsewhere', 'remotely'],
    ["I don't come", 'no'],
  ])('says: %s', async (label, coming) => {
    of({ may_say: true });
    await userEvent.click(await screen.findByRole('button', { name: label }));
    await waitFor(() => expect(sent()).toEqual([{ meeting: 4, coming }]));
  });
  it('sees what they said last, and may say otherwise', async () => {
    of({ may_say: true, own: 'no' });
    const buttons = await screen.findAllByRole('button');
    const pressed = buttons.filter((button) => button.getAttribute('aria-pressed') === 'true');
    expect(pressed.map((button) => button.textContent)).toEqual(["I don't come"]);
  });
  it('sees it also once it is over', async () => {
    of({ own: 'yes' });
    expect(await screen.findByText('You said that you come.')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('who comes', () => {
  it('is told in numbers', async () => {
    of({ counts: { yes: 2, no: 1, remotely: 3 } });
    const counts = await screen.findByTestId('coming-counts');
    expect(counts.textContent).toContain("2 come, 3 join from elsewhere, 1 don't come.");
    expect(screen.queryByText(/Ben/)).toBeNull();
  });
  it('is told by name to the committee', async () => {
    of({ counts: { yes: 1, no: 0, remotely: 0 }, answers: [{ person: ben, coming: 'yes' }] });
    expect(await screen.findByText('Ben: comes')).toBeDefined();
  });
  it('is not spoken of where nobody is asked and nobody said anything', async () => {
    const { container } = of({ counts: { yes: 0, no: 0, remotely: 0 } });
    await waitFor(() => expect(asked.some(({ what }) => what === 'GET /api/meetings/4/coming')).toBe(true));
    expect(container.querySelector('section')).toBeNull();
  });
});
