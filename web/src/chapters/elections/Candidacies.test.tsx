import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { awaitsPasskey, command, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { Candidacies } from './Candidacies';
import type { ElectionPage } from './standing';
import './words';

const person = (id: number, name: string) => ({
  id,
  name,
  title: null,
  is_guest: false,
  enrolled: true,
  organization: null,
});
type State = ElectionPage['candidacies'][number]['state'];
const shows = (state: State, may: string[] = ['nominate-candidate', 'stand-for-election', 'stand-down']) =>
  show(
    <Candidacies
      election={
        {
          id: 4,
          position: 0,
          starts: '2030-05-14T09:00:00.000Z',
          may,
          candidacies: [
            { person: person(1, 'Ben'), organization: 'QUAY', nominated_by: 'Ada', state, statement: null },
            {
              person: person(2, 'Cleo'),
              organization: 'TUGS',
              nominated_by: 'Cleo',
              state: 'accepted',
              statement: 'I.',
            },
          ],
        } as unknown as ElectionPage
      }
    />,
  );
const own = async () => {
  const mark = await screen.findByText(/\(you\)/);
  const row = mark.closest<HTMLElement>('[data-testid=candidacy]');
  if (!row) throw new Error("no row of one's own");
  return row;
};
const buttons = (within_: HTMLElement) =>
  within(within_)
    .queryAllByRole('button')
    .map(({ textContent }) => textContent);

beforeEach(awaitsPasskey);

it('whoever was nominated answers in their own row, and reads until when', async () => {
  shows('nominated');
  const row = await own();
  expect(row.textContent).toContain('Ben (QUAY) (you)');
  expect(row.textContent).toContain('Answer by Tue');
  expect(buttons(row)).toEqual(['Accept', 'Decline']);
  expect(screen.queryByRole('button', { name: 'Stand for election' })).toBeNull();
  expect(screen.getAllByText(/\(you\)/)).toHaveLength(1);
});
it('accepting a nomination is standing for election, with what one says', async () => {
  shows('nominated');
  await own();
  const form = await opens('Accept');
  await userEvent.type(within(form).getByLabelText(/Statement/), 'I know the currents.');
  await userEvent.click(within(form).getByRole('button', { name: 'Accept' }));
  expect(await command()).toMatchObject({ type: 'stand-for-election', election: 4 });
});
it('declining it is one press, and says so', async () => {
  shows('nominated');
  await userEvent.click(within(await own()).getByRole('button', { name: 'Decline' }));
  expect(await command()).toEqual({ type: 'stand-down', election: 4 });
  expect((await screen.findByTestId('act-words')).textContent).toContain('I decline the nomination.');
});
it('who stands may withdraw, and is asked for no answer', async () => {
  shows('accepted', ['stand-down']);
  const row = await own();
  expect(buttons(row)).toEqual(['Withdraw']);
  expect(row.textContent).not.toContain('Answer by');
});
it('who was neither nominated nor stands finds how to stand above the list', async () => {
  shows('declined', ['stand-for-election']);
  expect(await screen.findByRole('button', { name: 'Stand for election' })).toBeTruthy();
  expect(buttons(await own())).toEqual([]);
});
