// What the page of exposure offers whom, and what its forms ask for.
import { readFileSync } from 'node:fs';

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { commands, contentsSent, letsAct, opens } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { ARound, original, shippedText } from '../../testing/round';
import { answersTo, asked } from '../../testing/server';
import { exposure } from './index';
import { factsOf, fingerprintOf, readSet } from './questionSet';

const round = new ARound();
const head = (more: object = {}) => round.page(more) as unknown as Schemas['RoundHead'];
const texts = ['nist-csf-2.0', 'events-of-the-quarter', 'movement'].map(shippedText);
const setRow = (text: string, id: number, in_force = true): Schemas['QuestionSet'] => ({
  id,
  facts: factsOf(text),
  motion: id,
  adopted_at: in_force ? '2026-12-01T09:00:00.000Z' : null,
  in_force,
});

/** The paragraphs of the promise, as docs/exposure.md quotes it. */
function quoted(): string[] {
  const [, promise = ''] = readFileSync('../docs/exposure.md', 'utf8').split(/^## The promise$/m);
  const [, quote = ''] = /^\s*((?:>.*\n)+)/.exec(promise) ?? [];
  return quote
    .replaceAll(/^> ?/gm, '')
    .split('\n\n')
    .map((text) => text.trim().replaceAll('\n', ' '));
}

async function shows(more: Partial<Schemas['Exposure']> = {}) {
  answersTo('GET /api/exposure', {
    sets: texts.map((text, i) => setRow(text, i)),
    rounds: [head()],
    least_answers: 17,
    least_days_open: 7,
    may: [],
    ...more,
  });
  const shown = showAt('/exposure', exposure.routes);
  await screen.findByRole('heading', { level: 1, name: 'Exposure' });
  return shown;
}

// Its code is loaded when it is asked for, and a busy machine takes its time.
beforeAll(() => import('./Exposure'));
beforeEach(() => {
  letsAct();
  answersTo('GET /api/motions', { motions: [], before: null, total: 0, may: [] });
  answersTo('GET /api/community', { time_zone: 'Europe/Zurich' });
  answersTo('GET /api/exposure/shipped', {
    sets: texts.map((text) => ({ facts: factsOf(text), title: readSet(text).title, questions: text })),
  });
  texts.forEach((text, id) =>
    answersTo(`GET /api/exposure/sets/${id}`, { set: setRow(text, id), questions: original(text) }),
  );
  answersTo(`GET /api/elections/9`, round.electionPage());
});

describe('the page of exposure', () => {
  it('lists rounds with how many took part, and never who', async () => {
    await shows();
    const list = screen.getByRole('table', { name: 'Rounds' });
    const [, row] = within(list).getAllByRole('row');
    expect(row?.textContent).toContain('First quarter of 2027');
    expect(row?.textContent).toContain('Movement since the last asking, Events of the quarter');
    expect(row?.textContent).toContain('37 of 50');
    expect(within(list).getByRole('link').getAttribute('href')).toContain('/exposure/rounds/4');
  });
  it('says in the list where one took part, and where one is waited for', async () => {
    await shows({
      rounds: [
        head({ id: 4, own_asked: true }),
        head({ id: 3, stage: 'decided', outcome: 'counted', own_asked: true, own_cast: true }),
        head({ id: 2, stage: 'decided', outcome: 'counted' }),
        head({ id: 1, stage: 'decided', outcome: 'too-few', own_asked: true }),
      ],
    });
    const list = screen.getByRole('table', { name: 'Rounds' });
    const said = (id: number) =>
      within(list)
        .getAllByRole('row')
        .find((row) => row.querySelector(`a[href$="/rounds/${id}"]`))?.textContent;
    expect(said(4)).toMatch(/Waits for your answers until Jan 31, 2027/);
    expect(said(3)).toContain('Your organization took part');
    for (const id of [3, 2, 1]) expect(said(id)).not.toContain('Waits for your answers');
    for (const id of [4, 2, 1]) expect(said(id)).not.toContain('Your organization took part');
  });
  it('lists question sets with their version and the beginning of their fingerprint', async () => {
    await shows({ sets: [setRow(texts[2] ?? '', 0), setRow(texts[1] ?? '', 1, false)] });
    const [, events, movement] = within(screen.getByRole('table', { name: 'Question sets' })).getAllByRole('row');
    expect(movement?.textContent).toContain('movement, version 1');
    expect(movement?.textContent).toContain(fingerprintOf(texts[2] ?? '').slice(0, 12));
    expect(movement?.textContent).toContain('In force');
    expect(events?.textContent).toContain('Proposed');
  });
  it('says the promise as the documents quote it, word for word, no more and no less', async () => {
    await shows({ least_answers: 15 });
    const said = [...screen.getByTestId('promise').children].map(({ textContent }) => textContent);
    expect(said).toEqual(['The promise, in plain words', ...quoted()]);
    expect(quoted()).toHaveLength(2);
  });
  it('says in it the least number of answers as the charter has it', async () => {
    await shows({ least_answers: 17 });
    const said = [...screen.getByTestId('promise').children].map(({ textContent }) => textContent);
    expect(said.slice(1)).toEqual(
      quoted().map((text) => text.replace('at least 15 took part', 'at least 17 took part')),
    );
  });
  it('offers nothing to whoever may do nothing', async () => {
    await shows();
    for (const label of ['Call a round', 'Propose a question set'])
      expect(screen.queryByRole('button', { name: label })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Next for you' })).toBeNull();
  });
});

describe('what is next', () => {
  const next = async (more: object, of: object = {}) => {
    answersTo('GET /api/elections/9', round.electionPage(more));
    await shows({ rounds: [head(of)] });
  };
  it('is a round that is open and not answered, with its deadline', async () => {
    await next({ may: ['cast-ballot'] });
    const card = await screen.findByTestId('next-answer');
    expect(card.textContent).toContain('Answer: First quarter of 2027');
    expect(card.querySelector('time')?.dateTime).toBe('2027-01-31T09:00:00.000Z');
    expect(within(card).getByRole('link', { name: 'Answer' }).getAttribute('href')).toContain('/exposure/rounds/4');
  });
  it('is no round that was answered', async () => {
    await next({ may: ['cast-ballot'], my_tracker: 'Tr4ck3r' });
    await waitFor(() => expect(asked.some(({ what }) => what === 'GET /api/elections/9')).toBe(true));
    expect(screen.queryByTestId('next-answer')).toBeNull();
  });
  it.each([
    ['key', { stage: 'preparation', may: ['post-key-message'] }],
    ['decrypt', { stage: 'closed', may: ['post-decryption'] }],
    ['declare', { stage: 'closed', may: ['declare-result'] }],
    ['name', { stage: 'preparation', may: ['name-election-officers'] }],
    ['register', { stage: 'preparation', own_key: { organization: 3, year: 2027, key: null, box: null } }],
  ] as const)('is a step of it: %s', async (step, more) => {
    await next(more, { stage: more.stage });
    expect(await screen.findByTestId(`next-${step}`)).toBeTruthy();
  });
  it('asks nothing about rounds that are over', async () => {
    await shows({ rounds: [head({ stage: 'decided', outcome: 'counted' })] });
    expect(asked.some(({ what }) => what.startsWith('GET /api/elections'))).toBe(false);
  });
});

describe('a question set', () => {
  it('that comes with the program is proposed to the Members, by a motion that names its fingerprint', async () => {
    await shows({ sets: [setRow(texts[0] ?? '', 0)], may: ['propose-question-set'] });
    const form = await opens('Propose a question set');
    await userEvent.click(within(form).getByRole('combobox'));
    const names = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(names).toEqual(['Events of the quarter', 'Movement since the last asking']);
    await userEvent.click(screen.getByRole('option', { name: 'Movement since the last asking' }));
    const fingerprint = fingerprintOf(texts[2] ?? '');
    expect(within(form).getByText(`Fingerprint: ${fingerprint}`)).toBeTruthy();
    await userEvent.click(within(form).getByRole('button', { name: 'Propose a question set' }));
    await waitFor(() => expect(commands()).toHaveLength(1));
    const [{ text, questions, ...command } = {}] = commands();
    expect(command).toEqual({ type: 'propose-question-set', facts: factsOf(texts[2] ?? '') });
    expect([text, questions]).toEqual([expect.any(String), expect.any(String)]);
    const [motion = '', sent] = contentsSent();
    expect(sent).toBe(texts[2]);
    expect(JSON.parse(motion)).toMatchObject({ text: expect.stringContaining(fingerprint) as string });
  });
  it('is proposed in an executive session, where one is announced or runs', async () => {
    const session = (id: number, kind: string, closed_at: string | null = null) => ({
      id,
      kind,
      closed_at,
      title: `S${id}`,
    });
    answersTo('GET /api/meetings', { meetings: [{ id: 2, state: 'published', ends: '2999-01-01T00:00:00.000Z' }] });
    answersTo('GET /api/meetings/2', {
      details: { title: 'Symposium' },
      sessions: [session(5, 'open'), session(6, 'executive'), session(7, 'executive', '2027-01-01T00:00:00.000Z')],
    });
    await shows({ sets: [], may: ['propose-question-set'] });
    const form = await opens('Propose a question set');
    await userEvent.click(within(form).getByRole('combobox', { name: /Question set/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Movement since the last asking' }));
    await userEvent.click(await within(form).findByRole('combobox', { name: 'Decided' }));
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(offered).toEqual(['By silence procedure', 'Symposium · S6']);
    await userEvent.click(screen.getByRole('option', { name: 'Symposium · S6' }));
    await userEvent.click(within(form).getByRole('button', { name: 'Propose a question set' }));
    await waitFor(() => expect(commands()).toMatchObject([{ type: 'propose-question-set', session: 6 }]));
  });
});

describe('a round is called', { timeout: 60_000 }, () => {
  async function called() {
    await shows({ may: ['call-round'] });
    const form = await opens('Call a round');
    await within(form).findByRole('checkbox', { name: 'Movement since the last asking' });
    return form;
  }
  const check = (form: HTMLElement, name: string | RegExp) =>
    userEvent.click(within(form).getByRole('checkbox', { name }));
  const choose = async (form: HTMLElement, label: string, option: string | RegExp) => {
    await userEvent.click(within(form).getByRole('combobox', { name: label }));
    await userEvent.click(await screen.findByRole('option', { name: option }));
  };
  const fill = (form: HTMLElement, label: RegExp, value: string) =>
    fireEvent.change(within(form).getByLabelText(label), { target: { value } });

  it('with a quarter of one set and all of another, and tells how long the ballot will be', async () => {
    const form = await called();
    await check(form, /NIST Cybersecurity Framework/);
    expect(screen.getByTestId('size').textContent).toBe('31 questions, 155 answers to choose from.');
    await choose(form, 'Which quarter of it', 'Quarter 2: IDENTIFY, RECOVER (29 questions)');
    expect(screen.getByTestId('size').textContent).toBe('29 questions, 145 answers to choose from.');
    await check(form, 'Movement since the last asking');
    expect(screen.getByTestId('size').textContent).toBe('35 questions, 163 answers to choose from.');
    fill(form, /^Title/, 'Second quarter of 2027');
    fill(form, /^Opens/, '2027-04-12T09:00');
    fill(form, /^Closes/, '2027-04-30T18:00');
    await userEvent.click(within(form).getByRole('button', { name: 'Call a round' }));
    await waitFor(() => expect(commands()).toHaveLength(1));
    expect(commands()[0]).toEqual({
      type: 'call-round',
      asks: [{ question_set: 0, part: 2 }, { question_set: 2 }],
      paper: expect.any(String) as string,
      answers: 163,
      opens: '2027-04-12T07:00:00.000Z',
      closes: '2027-04-30T16:00:00.000Z',
    });
    expect(JSON.parse(contentsSent()[0] ?? '')).toEqual({ title: 'Second quarter of 2027', techniques: [], joint: [] });
  });
  it('with techniques where a set asks for some, and with pairs that are counted together', async () => {
    const form = await called();
    expect(within(form).queryByLabelText(/^Techniques/)).toBeNull();
    await check(form, 'Events of the quarter');
    fill(form, /^Techniques/, 'T1566, T1566.001\nT1190 T1566');
    expect(screen.getByTestId('size').textContent).toBe('8 questions, 39 answers to choose from.');
    await userEvent.click(within(form).getByRole('button', { name: 'Add a pair' }));
    await choose(form, 'Pair 1: one question', /^integrity/);
    await choose(form, 'Pair 1: the other', /^availability/);
    expect(screen.getByTestId('size').textContent).toBe('8 questions, 47 answers to choose from.');
    fill(form, /^Title/, 'Events');
    fill(form, /^Opens/, '2027-01-12T09:00');
    fill(form, /^Closes/, '2027-01-30T18:00');
    await userEvent.click(within(form).getByRole('button', { name: 'Call a round' }));
    await waitFor(() => expect(commands()).toHaveLength(1));
    expect(JSON.parse(contentsSent()[0] ?? '')).toEqual({
      title: 'Events',
      techniques: ['T1566', 'T1566.001', 'T1190'],
      joint: [{ first: 'integrity', second: 'availability' }],
    });
  });
  it('and a pair of which one is not asked any more is left out', async () => {
    const form = await called();
    await check(form, 'Movement since the last asking');
    await userEvent.click(within(form).getByRole('button', { name: 'Add a pair' }));
    await choose(form, 'Pair 1: one question', /^GV/);
    await choose(form, 'Pair 1: the other', /^ID/);
    expect(screen.getByTestId('size').textContent).toBe('6 questions, 21 answers to choose from.');
    await check(form, 'Events of the quarter');
    await check(form, 'Movement since the last asking');
    expect(screen.getByTestId('size').textContent).toBe('8 questions, 36 answers to choose from.');
  });
});
