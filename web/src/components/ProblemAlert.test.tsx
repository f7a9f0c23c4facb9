import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { addWords } from '../locales/i18n';
import { show } from '../testing/page';
import { ProblemAlert } from './ProblemAlert';

it("tells a refusal as the server told it, and in the reader's words once they are there", async () => {
  const problem = { type: 'about:blank', title: '', status: 409, detail: 'As the server says.', key: 'tide-is-out' };
  show(<ProblemAlert problem={problem} />);
  expect(screen.getByTestId('problem').textContent).toBe('As the server says.');
  act(() => addWords({ problem: { 'tide-is-out': 'The tide is out.' } }));
  expect((await screen.findByText('The tide is out.')).dataset.testid).toBe('problem');
});
