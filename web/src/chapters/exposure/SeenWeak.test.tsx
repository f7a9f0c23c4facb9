// The page of what was seen and is weak, of rounds and an exchange as the server gives them.
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { letsAct } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { original, shippedText } from '../../testing/round';
import { answersTo, asked } from '../../testing/server';
import { exposure } from './index';
import { answersIn, ballotOf, choicesOf } from './paper';
import { factsOf, readSet } from './questionSet';

const texts = ['nist-csf-2.0', 'events-of-the-quarter'].map(shippedText);
const paper = { title: 'Spring of 2027', techniques: ['T1566', 'T1078', 'T1595'], joint: [] };
const [framework, events] = texts.map(readSet);
const protect = framework?.quarters?.findIndex((groups) => groups.includes('PR')) ?? -1;
const sets = [{ set: framework as never, part: protect + 1 }, { set: events as never }];
const questions = ballotOf(paper, sets);

/** Of whom two are at the lowest level of each outcome, and the others at the highest. */
const one = (level: number, seen: string[]) => {
  const given = questions.map(({ of: [{ id, levels, from }] }): [string, string[]] => [
    id,
    from ? seen : [levels.at(level)?.name ?? ''],
  ]);
  return choicesOf(questions, Object.fromEntries(given)).flat();
};
const ballots = [one(0, ['T1566', 'T1595']), one(0, ['T1566']), one(-1, ['T1078']), one(-1, [])];
const counts = ballots.reduce((sum, ballot) => sum.map((count, i) => count + (ballot[i] ?? 0)));

const head = {
  id: 4,
  election: 9,
  title: paper.title,
  asks: [
    { question_set: 0, name: 'nist-csf-2.0', title: framework?.title, part: protect + 1 },
    { question_set: 1, name: 'events-of-the-quarter', title: events?.title, part: null },
  ],
  opens: '2027-03-01T09:00:00.000Z',
  closes: '2027-03-15T09:00:00.000Z',
  stage: 'decided',
  outcome: 'counted',
  asked: 5,
  answered: 4,
  own_asked: true,
  own_cast: true,
};
const technique = (external_id: string, name: string, seen: number, count: number) => ({
  id: `attack-pattern--${external_id}`,
  external_id,
  name,
  seen,
  count,
});

async function shows(rounds = [head], tactics: object[] = []) {
  answersTo('GET /api/exposure', { sets: [], rounds, least_answers: 15, least_days_open: 7, may: [] });
  answersTo('GET /api/exchange/matrix', { tactics, most_counted: 99 });
  showAt('/exposure/seen', exposure.routes);
  await screen.findByRole('heading', { level: 1, name: 'Seen and weak' });
  return screen.findByText(/No governance outcome is in it/);
}
/** The page of one outcome. */
async function showsOutcome(id: string, items: object[] = []) {
  answersTo('GET /api/exposure', { sets: [], rounds: [head], least_answers: 15, least_days_open: 7, may: [] });
  answersTo('GET /api/exchange/matrix', { tactics: [], most_counted: 99 });
  answersTo('GET /api/items', { items, may: [] });
  showAt(`/exposure/questions/nist-csf-2.0/${id}`, exposure.routes);
  return screen.findByRole('heading', { level: 1, name: new RegExp(`^${id}`) });
}
const card = (name: string) => screen.findByRole('region', { name });

const rows = () =>
  within(screen.getByRole('table', { name: /Techniques seen/ }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );

beforeEach(() => {
  letsAct();
  expect(counts).toHaveLength(answersIn(questions));
  answersTo('GET /api/exposure/rounds/4', {
    ...head,
    paper: original(JSON.stringify(paper)),
    counts,
    left_out: 0,
    audits: [],
    may: [],
  });
  texts.forEach((text, id) =>
    answersTo(`GET /api/exposure/sets/${id}`, {
      set: { id, facts: factsOf(text), motion: id, adopted_at: head.opens, in_force: true },
      questions: original(text),
    }),
  );
});

describe('what was seen and is weak', () => {
  it('stands in a list, what weighs most first, with numbers alone', async () => {
    await shows([head], [{ tactic: 'initial-access', techniques: [technique('T1078', 'Valid Accounts', 1, 3)] }]);
    const [first, second] = rows();
    expect(first?.slice(0, 2)).toEqual(['T1566', '1']);
    expect(second?.slice(0, 5)).toEqual([
      'T1078 Valid Accounts',
      '0.5',
      '1',
      '13 objects speak of it',
      '50%of 7 of 9 outcomes',
    ]);
    expect(first?.[5]).toMatch(/PR\.[A-Z]{2}-\d\d: 50%.*Not asked yet: DE\./);
    expect(screen.getByText(/round Spring of 2027, in which 4 organizations took part/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'T1078 Valid Accounts' }).getAttribute('href')).toContain(
      '/exchange/object/attack-pattern--T1078',
    );
  });
  it('says what no outcome answers', async () => {
    await shows();
    const section = screen.getByRole('region', { name: 'No outcome of the table answers these' });
    expect(section.textContent).toContain('T1595: 1 organization saw it');
  });
  it('is told to be nothing where nothing is known', async () => {
    await shows([]);
    expect(screen.getByText(/Nothing was seen yet/)).toBeTruthy();
    expect(screen.getByText(/No counted round asked for techniques yet/)).toBeTruthy();
  });
  it('asks the server for nothing that one answered', async () => {
    await shows();
    expect(asked.map(({ what }) => what).sort()).toEqual([
      'GET /api/exchange/matrix',
      'GET /api/exposure',
      'GET /api/exposure/rounds/4',
      'GET /api/exposure/sets/0',
      'GET /api/exposure/sets/1',
      'GET /api/me',
    ]);
  });
});

describe('an outcome', () => {
  const item = (id: number, title: string, text = '') => ({ id, state: 'open', content: { title, text } });

  it('says how it was answered last, and in which round', async () => {
    await showsOutcome('PR.AA-01');
    const answers = await card('How it was answered last');
    expect(answers.textContent).toContain('Spring of 2027');
    expect(answers.textContent).toContain('50% of 4 answers at the two lowest levels');
    expect(within(answers).getAllByRole('listitem')[0]?.textContent).toBe('Absent2');
  });
  it('names the seen techniques that it answers, and what of the work-plan names it', async () => {
    await showsOutcome('PR.AA-01', [item(7, 'Passkeys for all', 'For PR.AA-01.'), item(8, 'Another: PR.AA-011')]);
    expect((await card('Techniques seen that it answers')).textContent).toContain('T1566: 2 organizations saw it');
    const work = await card('Work that names it');
    await within(work).findByRole('link', { name: 'Passkeys for all' });
    expect(within(work).getAllByRole('listitem')).toHaveLength(1);
  });
  it('says how to name it where no work does', async () => {
    await showsOutcome('PR.AA-01');
    expect(await screen.findByText(/Write PR.AA-01 in the title or text of one/)).toBeTruthy();
  });
  it.each([
    [2, false],
    [3, true],
  ])('of which %d of 4 answers are low leads to a risk that lives on it: %s', async (low, isWeak) => {
    const levels = [low, 0, 0, 0, 4 - low];
    answersTo('GET /api/exposure/rounds/4', {
      ...head,
      paper: original(JSON.stringify(paper)),
      counts: [...levels, ...counts.slice(levels.length)],
      left_out: 0,
      audits: [],
      may: [],
    });
    await showsOutcome('PR.AA-01');
    const answers = await card('How it was answered last');
    const link = within(answers).queryByRole('link', { name: 'Propose a risk that lives on it' });
    expect(link?.getAttribute('href')?.endsWith('/risks/new?outcome=PR.AA-01') ?? false).toBe(isWeak);
  });
  it('that was not asked yet is told to be so', async () => {
    await showsOutcome('GV.OC-01');
    expect(screen.getByText('No counted round asked this yet.')).toBeTruthy();
  });
});
