// The page on which a question set of a table is looked at and proposed.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { commands, contentsSent, letsAct } from '../../testing/acts';
import { showAt } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { exposure } from './index';
import { factsOf } from './questionSet';

async function brings(text: string, may = ['propose-question-set']) {
  answersTo('GET /api/exposure', { sets: [], rounds: [], least_answers: 15, least_days_open: 7, may });
  showAt('/exposure/sets/new', exposure.routes);
  await screen.findByRole('heading', { level: 1, name: 'Bring a question set' });
  if (may.length > 0) await screen.findByLabelText(/paste the table/);
  if (may.length > 0) fill(/paste the table/, text);
}
const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const proposes = () => screen.getByRole('button', { name: 'Propose a question set' });
const says = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

beforeEach(() => {
  letsAct();
  answersTo('GET /api/meetings', { meetings: [] });
});

it('proposes what the table says, by a motion that names its fingerprint', { timeout: 60_000 }, async () => {
  await brings('Id;Text\nA-1;Are there lights?\nA-2;Are there ropes?');
  expect(says()).toContain('2 questions, 10 answers to choose from. All rows are right.');
  expect(proposes().hasAttribute('disabled')).toBe(true);
  fill(/^Title of the set/, 'Harbour controls');
  fill(/^Name(?! of)/, 'harbour-controls');
  fill(/^Rights/, 'For members alone.');
  fill(/^Whose texts/, 'The harbour masters.');
  await userEvent.click(proposes());
  await waitFor(() => expect(commands()).toHaveLength(1));
  const [motion = '', questions = ''] = contentsSent();
  const facts = factsOf(questions);
  expect(facts).toMatchObject({ name: 'harbour-controls', version: 1, rhythm: 'yearly', parts: 0 });
  expect(commands()).toMatchObject([{ type: 'propose-question-set', facts }]);
  expect(motion).toContain(facts.fingerprint);
  expect(JSON.parse(questions)).toMatchObject({
    language: 'en',
    questions: [
      { id: 'A-1', text: 'Are there lights?', levels: [{ name: 'Absent' }, {}, {}, {}, { name: 'Proven' }] },
      { id: 'A-2' },
    ],
  });
});
it('names what is wrong row by row, and keeps the table', async () => {
  await brings('Id,Text\nA-1,Lights\nA-1,Ropes\nB 2,Knots');
  expect(says()).toContain(
    '2 rows are wrong. Put them right in the table, or say which column is which; nothing is proposed before.',
  );
  expect(within(screen.getByTestId('line-3')).getByText(/Line 2 has this id already/)).toBeTruthy();
  expect(within(screen.getByTestId('line-4')).getByText(/An id has at most 64 letters/)).toBeTruthy();
  expect(proposes().hasAttribute('disabled')).toBe(true);
  expect((screen.getByLabelText(/paste the table/) as HTMLTextAreaElement).value).toContain('B 2,Knots');
});
it('says that a table is too large, and draws none of its rows', async () => {
  await brings(`id,text\n${Array.from({ length: 10_000 }, (_, i) => `Q-${i},Question ${i}`).join('\n')}`);
  expect(says()).toContain('These are 10000 questions; a set has at most 600. Divide the table into several sets.');
  expect(screen.queryByTestId('line-2')).toBeNull();
});
it('says how many questions are marked as saying what an organization is, also where the table has no such column', async () => {
  await brings('id,text\nA-1,Lights\nA-2,How many ships?');
  const said = () => screen.getByTestId('describing').textContent;
  expect(said()).toMatch(/^0 of them are marked as saying what an organization is\. Members refuse a set/);
  fill(/paste the table/, 'id,text,describes\nA-1,Lights,\nA-2,How many ships?,yes');
  expect(said()).toMatch(/^1 of them is marked/);
  expect(within(screen.getByTestId('line-3')).getByText(/never counted together with another/)).toBeTruthy();
});
it('takes ids alone where that is asked, and says why', async () => {
  await brings('id,text\nA.5.1,Secret text');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Take the ids alone' }));
  expect(screen.getByText(/whose texts are under copyright, bring the ids alone/)).toBeTruthy();
  expect(within(screen.getByTestId('line-2')).queryByText('Secret text')).toBeNull();
});
it('says what a level is, where one has no name', async () => {
  await brings('id,text\nA-1,Lights');
  fill(/^Levels of questions/, 'Absent: None.\nProven');
  expect(screen.getByText('A level is a name, a colon and a sentence. See line 2.')).toBeTruthy();
  expect(proposes().hasAttribute('disabled')).toBe(true);
});
it('is offered to nobody who may not propose', async () => {
  await brings('', []);
  expect(
    await screen.findByText('Question sets are proposed by Members and by the Management Committee.'),
  ).toBeTruthy();
  expect(screen.queryByLabelText(/paste the table/)).toBeNull();
});
