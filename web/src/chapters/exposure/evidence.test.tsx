// What a device takes of an honest host before it asks anybody anything, and each lie of another that it refuses.
import { beforeEach, describe, expect, it } from 'vitest';

import { refused } from '../../testing/refused';
import { ARound, original } from '../../testing/round';
import { answersTo } from '../../testing/server';
import type { ElectionPage } from '../elections/shared';
import { adoptedAsks } from './evidence';
import { asOnBallot } from './paper';

const round = new ARound();
const looks = (election: object = {}, paper: unknown = round.page().paper) =>
  adoptedAsks(round.electionPage(election) as unknown as ElectionPage, paper as ReturnType<typeof original>);

const notAdopted = 'questions-are-not-adopted';
const notSigned = 'election-is-not-signed';

beforeEach(() => round.happens());

it('an honest host is believed', async () => {
  const { questions, paper, asked } = await looks();
  expect(questions).toEqual(round.questions);
  expect(paper).toEqual(round.paper);
  expect(asked.map(({ set }) => set.id)).toEqual(['movement', 'events-of-the-quarter']);
});

describe('a host is refused that shows', () => {
  const changedSet = (from: string, to: string) => () => {
    const text = round.setText(0);
    expect(text).toContain(from);
    round.showsSet(0, text.replace(from, to));
    return looks();
  };
  const questions = round.questions.map(asOnBallot);
  const setup = (of: object[]) => () => looks({ setup: round.setupWith(of) });
  const paper = (more: object) => () => looks({}, original(JSON.stringify({ ...round.paper, ...more })));

  it.each([
    ['another text of a question', changedSet('worse, the same or better', 'the same, worse or better')],
    ['another name of a level', changedSet('"name": "Worse"', '"name": "Even worse"')],
    ['another sentence of evidence', changedSet('weakened', 'did not weaken')],
    ['the set laid out otherwise', () => (round.showsSet(0, JSON.stringify(JSON.parse(round.setText(0)))), looks())],
    ['another set in its place', () => (round.showsSet(0, round.setText(1)), looks())],
    ['another title', paper({ title: 'Second quarter of 2027' })],
    ['other techniques', paper({ techniques: ['T1190', 'T1566'] })],
    ['questions counted each for itself that were called together', paper({ joint: [] })],
    ['a ballot with the questions in another order', setup([...questions].reverse())],
    ['a ballot with a question less', setup(questions.slice(1))],
    ['a ballot with a question more', setup([...questions, ...questions.slice(0, 1)])],
    [
      'a ballot with the answers in another order',
      setup(questions.map((q) => ({ ...q, answers: [...q.answers].reverse() }))),
    ],
    ['a ballot on which one has to answer', setup(questions.map((q) => ({ ...q, min: 1 })))],
    ['a ballot on which skipping is told', setup(questions.map((q) => ({ ...q, blank: true })))],
    ['a ballot on which one may choose more', setup(questions.map((q) => ({ ...q, max: q.answers.length })))],
    ['no ballot', () => looks({ setup: null })],
  ])('%s', async (_, lie) => {
    expect(await refused(lie())).toBe(notAdopted);
  });
  it('a text that was erased', async () => {
    expect(await refused(looks({}, null))).toBe('text-is-erased');
    answersTo('GET /api/exposure/sets/1', { set: {}, questions: null });
    expect(await refused(looks())).toBe('text-is-erased');
  });
});

describe('a round is refused', () => {
  const without = (name: string) => round.steps().filter((step) => step.name !== name);
  const changed = (name: string, to: object) =>
    round.steps().map((step) => (step.name === name ? { ...step, ...to } : step));

  it.each([
    ['with a set that was never adopted', without('adoption 1'), notAdopted],
    ['with a set that was never proposed', without('proposal 0'), notAdopted],
    ['with a set whose proposal nobody signed', changed('proposal 0', { by: 0 }), notSigned],
    ["with a set whose proposal another's passkey signed", changed('proposal 0', { by: 5 }), notSigned],
    [
      'with another set than was proposed',
      changed('proposal 1', { command: { type: 'propose-question-set' } }),
      notSigned,
    ],
    ['that nobody called', without('call'), 'election-is-not-told'],
    ['whose call nobody signed', changed('call', { by: 0 }), notSigned],
    ['called otherwise than it was signed', changed('call', { command: { type: 'call-round', asks: [] } }), notSigned],
    ['whose ballot nobody signed', changed('preparation', { by: 0 }), notSigned],
  ])('%s', async (_, steps, says) => {
    round.happens(steps);
    expect(await refused(looks())).toBe(says);
  });
  it('of a set proposed under another fingerprint than its own', async () => {
    const lie = (what: object) =>
      JSON.parse(JSON.stringify(what).replace(/"fingerprint":"../, '"fingerprint":"zz')) as object;
    const steps = round.steps();
    round.happens(
      steps.map((step) =>
        step.name === 'proposal 0' ? { ...step, acts: step.acts.map(lie), command: lie(step.command) } : step,
      ),
    );
    expect(await refused(looks())).toBe(notAdopted);
  });
});
