import { queryOptions } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { answer, api } from '../api/client';
import { show } from '../testing/page';
import { answersTo, No } from '../testing/server';
import { ProblemAlert } from './ProblemAlert';
import { Query } from './Query';

const problem = { type: 'about:blank', title: '', status: 422, detail: 'as the server says it', key: 'no-quorum' };

describe('a problem', () => {
  it('is told in the words of the catalogue, with its values and its clause', () => {
    show(
      <ProblemAlert
        problem={{ ...problem, values: { present: '3', needed: '5' }, clause: { number: '6.3', title: 'Quorum' } }}
      />,
    );
    expect(screen.getByTestId('problem').textContent).toContain('3 of 5 Members');
    expect(screen.getByRole('alert').textContent).toContain('Clause 6.3: Quorum');
  });
  it('that the catalogue does not know is told as the server said it', () => {
    show(<ProblemAlert problem={{ ...problem, key: 'brand-new' }} />);
    expect(screen.getByTestId('problem').textContent).toBe('as the server says it');
    expect(screen.getByRole('alert').textContent).not.toContain('Clause');
  });
});

it('a refusal says a time as its reader writes times', () => {
  const refusal = { ...problem, key: 'silence-runs-until', values: { time: '2026-03-02T09:00:00.000Z' } };
  show(<ProblemAlert problem={refusal} />);
  const words = screen.getByTestId('problem').textContent;
  expect(words).toContain('Mon');
  expect(words).toContain('2026');
  expect(words).not.toContain('T09:00');
});

describe('what is read', () => {
  const charter = queryOptions({ queryKey: ['charter'], queryFn: () => answer(api.GET('/api/charter')) });
  const page = <Query of={charter}>{({ name }) => <h1>{name}</h1>}</Query>;
  it('is shown when it came, and is awaited until then', async () => {
    answersTo('GET /api/charter', { name: 'The Harbour' });
    const { container } = show(page);
    expect(container.querySelector('[aria-busy=true]')).not.toBeNull();
    expect(await screen.findByRole('heading', { name: 'The Harbour' })).toBeTruthy();
    expect(container.querySelector('[aria-busy=true]')).toBeNull();
  });
  it('tells what the server refused', async () => {
    answersTo('GET /api/charter', new No(403, 'only-seats-read-this'));
    show(page);
    expect((await screen.findByTestId('problem')).textContent).toContain('Only representatives');
  });
  it('has a heading where it is not the reader’s', async () => {
    answersTo('GET /api/charter', new No(403, 'only-seats-read-this'));
    show(page);
    expect(await screen.findByRole('heading', { level: 1, name: 'Not yours to read' })).toBeTruthy();
  });
  it('has a heading where there is nothing at its address', async () => {
    answersTo('GET /api/charter', new No(404, 'no-such-page'));
    show(page);
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such page' })).toBeTruthy();
    expect((await screen.findByTestId('problem')).textContent).toBe('There is nothing here.');
  });
  it('tells that the server can not be reached', async () => {
    answersTo('GET /api/charter', () => Promise.reject(new TypeError('no network')));
    show(page);
    expect((await screen.findByTestId('problem')).textContent).toContain("can't be reached");
  });
  it('tells a mistake of the page as one', async () => {
    const mistaken = queryOptions({ queryKey: ['mistaken'], queryFn: () => Promise.reject(new TypeError('oh')) });
    show(<Query of={mistaken}>{() => null}</Query>);
    expect((await screen.findByTestId('problem')).textContent).toContain('Something in this page failed');
  });
});
