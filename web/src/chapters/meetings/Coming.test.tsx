import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { commands, letsAct } from '../../testing/acts';
import { show } from '../../testing/page';
import { Coming } from './Coming';

type Meeting = Pick<Schemas['Meeting'], 'id' | 'may' | 'own_answer' | 'coming'>;
const ben = { id: 3, is_guest: false, name: 'Ben', title: null, enrolled: true, organization: null };
const of = (more: Partial<Meeting>) => show(<Coming meeting={{ id: 4, may: [], own_answer: null, ...more }} />);

beforeEach(letsAct);

describe('whoever has a place', () => {
  it.each([
    ['I come', 'yes'],
    ['I join from elsewhere', 'remotely'],
    ["I don't come", 'no'],
  ])('says: %s', async (label, coming) => {
    of({ may: ['say-coming'] });
    await userEvent.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(commands()).toEqual([{ type: 'say-coming', meeting: 4, coming }]));
  });
  it('sees what they said last, and may say otherwise', () => {
    of({ may: ['say-coming'], own_answer: 'no' });
    const pressed = screen.getAllByRole('button').filter((button) => button.getAttribute('aria-pressed') === 'true');
    expect(pressed.map((button) => button.textContent)).toEqual(["I don't come"]);
  });
  it('sees it also once it is over', () => {
    of({ own_answer: 'yes' });
    expect(screen.getByText('You said that you come.')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('who comes', () => {
  it('is told in numbers', () => {
    of({ coming: { yes: 2, no: 1, remotely: 3 } });
    expect(screen.getByTestId('coming-counts').textContent).toBe("2 come, 3 join from elsewhere, 1 don't come.");
    expect(screen.queryByText(/Ben/)).toBeNull();
  });
  it('is told by name to the committee', () => {
    of({ coming: { yes: 1, no: 0, remotely: 0, answers: [{ person: ben, coming: 'yes' }] } });
    expect(screen.getByText('Ben: comes')).toBeDefined();
  });
  it('is not spoken of where nobody is asked and nobody said anything', () => {
    const { container } = of({ coming: { yes: 0, no: 0, remotely: 0 } });
    expect(container.querySelector('section')).toBeNull();
  });
});
