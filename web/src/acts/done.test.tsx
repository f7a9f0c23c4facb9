import { Button } from '@mantine/core';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { letsAct } from '../testing/acts';
import { show } from '../testing/page';
import { answersTo, No } from '../testing/server';
import type { Command } from './act';
import { ActButton } from './ActButton';
import { useAct } from './useAct';

const command: Command = { type: 'end-absence' };
const press = async (name: string) => userEvent.click(screen.getByRole('button', { name }));
const said = () => screen.findByRole('status');

beforeEach(letsAct);

describe('what is done', () => {
  it('is said in the words that were signed, with its entry in the record', async () => {
    show(
      <ActButton words="I vote For." command={command}>
        {'For'}
      </ActButton>,
    );
    expect(screen.queryByRole('status')).toBeNull();
    await press('For');
    expect((await said()).textContent).toBe('I vote For. Done. Entry 3 of the record.');
    expect((await said()).getAttribute('aria-live')).toBe('polite');
  });
  it('is said as its button is called, where nothing was signed in words', async () => {
    show(<ActButton command={command}>{'I am back'}</ActButton>);
    await press('I am back');
    expect((await said()).textContent).toContain('I am back');
  });
  it('leaves after a while', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    show(<ActButton command={command}>{'I am back'}</ActButton>);
    await press('I am back');
    await said();
    act(() => vi.advanceTimersByTime(9000));
    expect(screen.queryByRole('status')).toBeNull();
    vi.useRealTimers();
  });
  it('is not said of what was refused', async () => {
    answersTo('POST /api/acts', new No(422, 'only-members-vote'));
    show(<ActButton command={command}>{'I am back'}</ActButton>);
    await press('I am back');
    await screen.findByTestId('problem');
    expect(screen.queryByRole('status')).toBeNull();
  });
});

/** Its button goes once it was pressed. */
function Once() {
  const perform = useAct();
  const [isDone, setDone] = useState(false);
  const vote = () => perform({ words: '', command: (): Command => command }).then(() => setDone(true));
  return (
    <main>
      <article aria-label="The motion">
        {isDone ? <p>{'Voted'}</p> : <Button onClick={() => void vote()}>{'For'}</Button>}
      </article>
      <button>{'Elsewhere'}</button>
    </main>
  );
}

describe('the focus', () => {
  it('stays by what one did, where its button went', async () => {
    show(<Once />);
    await press('For');
    await screen.findByText('Voted');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')));
  });
  it('stays where one goes meanwhile', async () => {
    show(<Once />);
    await press('For');
    screen.getByRole('button', { name: 'Elsewhere' }).focus();
    await screen.findByText('Voted');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Elsewhere' }));
  });
  it('stays on a button that is still there', async () => {
    show(<ActButton command={command}>{'I am back'}</ActButton>);
    await press('I am back');
    await said();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'I am back' }));
  });
});
