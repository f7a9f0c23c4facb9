// What a table of questions becomes, and what is said of each row that is wrong.
import { describe, expect, it } from 'vitest';

import { decoded, readCsv } from '../../components/csv';
import { readSet } from './questionSet';
import { readScale } from './scale';
import { columnsOf } from './setColumns';
import { dryRunOf, faultsOfHead, most_questions, setOf } from './setDryRun';

const scale = readScale('Absent: Nothing is there.\nProven: A test showed it.').levels;
const head = {
  id: 'harbour-controls',
  version: 1,
  rhythm: 'yearly' as const,
  title: 'Harbour controls',
  rights: 'For members alone.',
  credit: 'The harbour masters.',
};

function dry(text: string, more: Partial<Parameters<typeof dryRunOf>[1]> = {}) {
  const rows = readCsv(text).rows;
  const heads = rows[0]?.cells ?? [];
  return dryRunOf(rows.slice(1), { columns: columnsOf(heads), width: heads.length, scale, idsAlone: false, ...more });
}
const faults = (text: string, more?: Parameters<typeof dry>[1]) => dry(text, more).questions.map((one) => one.faults);
const made = (text: string, more?: Parameters<typeof dry>[1]) => readSet(setOf(head, dry(text, more)) ?? '');

describe('a table becomes a set', () => {
  it('with the columns of the CIS sheet, whose rows without a safeguard name the groups', () => {
    const set = made(
      [
        'CIS Control;CIS Safeguard;Asset Class;Security Function;Title;Description;IG1;IG2;IG3',
        '1;;;;Lights;What lights are there;;;',
        '1;1.1;Devices;Identify;List of lights;"Keep a list;\nof all lights.";x;x;x',
        '2;2.1;Ropes;Protect;Knots;Tie them.;;x;x',
      ].join('\r\n'),
    );
    expect(set.groups).toEqual([
      { id: '1', name: 'Lights' },
      { id: '2', name: '2' },
    ]);
    expect(set.questions[0]).toEqual({
      id: '1.1',
      group: '1',
      name: 'List of lights',
      text: 'Keep a list; of all lights.',
      choose: { min: 0, max: 1 },
      levels: scale,
    });
    expect(set.questions).toHaveLength(2);
  });
  it('with levels of its own, in the order of their numbers, and a title alone as the text', () => {
    const set = made('id,title,Level 2: Kept up,Level 1: Absent\nA-1,Lights,They burn.,They do not.');
    expect(set.questions[0]).toMatchObject({
      text: 'Lights',
      levels: [
        { name: 'Absent', evidence: 'They do not.' },
        { name: 'Kept up', evidence: 'They burn.' },
      ],
    });
    expect(set.questions[0]).not.toHaveProperty('name');
    expect(set.groups).toEqual([{ id: 'group-1', name: 'Harbour controls' }]);
  });
  it('with questions that say what an organization is, which are never counted together with others', () => {
    const set = made(
      'id,text,describes\nA-1,How large?,yes\nA-2,Which region?,x\nA-3,Are there lights?,no\nA-4,Ropes?,',
    );
    expect(set.questions.map(({ describes }) => describes)).toEqual([true, true, undefined, undefined]);
  });
  it('with levels whose cells name them', () => {
    const set = made('id\ttext\tLevel 1\tLevel 2\nA-1\tLights\tAbsent: None burns.\tProven: All burn.');
    expect(set.questions[0]?.levels.map(({ name }) => name)).toEqual(['Absent', 'Proven']);
  });
  it('of ids alone, where its texts may not be shown', () => {
    const set = made('id,title,text,category\nA.5.1,Secret title,Secret text,A.5', { idsAlone: true });
    expect(JSON.stringify(set)).not.toContain('Secret');
    expect(set.questions[0]).toMatchObject({ id: 'A.5.1', text: 'A.5.1', group: 'A.5' });
  });
  it('under groups that it calls by name, each with an id that is free', () => {
    const set = made('id,text,group\na,A,group-1\nb,B,Ropes & knots\nc,C,Ropes & knots');
    expect(set.groups).toEqual([
      { id: 'group-1', name: 'group-1' },
      { id: 'group-2', name: 'Ropes & knots' },
    ]);
    expect(set.questions.map(({ group }) => group)).toEqual(['group-1', 'group-2', 'group-2']);
  });
  it('whatever a program wrote it in', () => {
    const text = 'id;text\r\n1.1;Lätze\r\n';
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    for (const bytes of [utf16, new TextEncoder().encode(`\uFEFF${text}`)])
      expect(made(decoded(bytes).text).questions).toMatchObject([{ id: '1.1', text: 'Lätze' }]);
  });
});

describe('a row is wrong', () => {
  it.each([
    ['without an id', 'id,text\n,Lights', 'no-id'],
    ['with an id that is none', 'id,text\nA 1,Lights', 'bad-id'],
    ['with an id that is too long', `id,text\n${'a'.repeat(65)},Lights`, 'bad-id'],
    ['without a text', 'id,text\nA-1,', 'no-text'],
    ['with a text of more than 600 bytes', `id,text\nA-1,${'ä'.repeat(301)}`, 'long-text'],
    ['with a short title of more than 200 bytes', `id,name,text\nA-1,${'a'.repeat(201)},Lights`, 'long-name'],
    ['with what turns the direction', 'id,text\nA-1,Lig\u202Ehts', 'not-plain'],
    ['with one level', 'id,text,Level 1: Absent,Level 2: Proven\nA-1,Lights,None.,', 'no-levels'],
    ['with a level without a name', 'id,text,Level 1,Level 2\nA-1,Lights,None.,Proven: All.', 'unnamed-level'],
    ['with the same level twice', 'id,text,Level 1: A,Level 2: A\nA-1,Lights,None.,All.', 'repeated-level'],
    [
      'with a level that is too long',
      `id,text,Level 1: A,Level 2: B\nA-1,Lights,None.,${'a'.repeat(601)}`,
      'long-level',
    ],
    ['with more than the first row has columns for', 'id,text\nA-1,Lights, and ropes', 'cells-without-column'],
    ['in a group whose name is too long', `id,text,group\nA-1,Lights,${'a'.repeat(201)}`, 'long-group'],
  ])('%s', (_, text, fault) => {
    expect(faults(text)).toEqual([[fault]]);
    expect(setOf(head, dry(text))).toBeUndefined();
  });
  it('with more than 25 levels', () => {
    const levels = Array.from({ length: 26 }, (_, i) => ({ name: `L${i}`, evidence: `E${i}` }));
    expect(faults('id,text\nA-1,Lights', { scale: levels })).toEqual([['many-levels']]);
    expect(faults('id,text\nA-1,Lights', { scale: levels.slice(1) })).toEqual([[]]);
  });
  it('with an id that another has, whose line is told', () => {
    const { questions } = dry('id,text\n1.1,Lights\n1.2,Ropes\n1.1,Knots');
    expect(questions.map((one) => one.faults)).toEqual([[], [], ['repeated-id']]);
    expect(questions[2]).toMatchObject({ line: 4, first: 2 });
  });
  it('where no level is there at all', () => {
    expect(faults('id,text\nA-1,Lights', { scale: [] })).toEqual([['no-levels']]);
  });
  it('in every row, where the columns are others', () => {
    expect(faults('foo,bar\n1,2\n3,4')).toEqual([['no-id'], ['no-id']]);
  });
});

describe('a table is too large', () => {
  const of = (count: number) =>
    dry(`id,text\n${Array.from({ length: count }, (_, i) => `Q-${i},Question ${i}`).join('\n')}`);
  it('with more questions than a set has, however many', () => {
    expect(setOf(head, of(most_questions))).toBeDefined();
    expect(setOf(head, of(most_questions + 1))).toBeUndefined();
    expect(of(10_000).questions).toHaveLength(10_000);
    expect(setOf(head, of(10_000))).toBeUndefined();
  });
  it('with more answers than a ballot has', () => {
    const levels = Array.from({ length: 10 }, (_, i) => ({ name: `L${i}`, evidence: `E${i}` }));
    const questions = (count: number) =>
      dry(`id,text\n${Array.from({ length: count }, (_, i) => `Q-${i},Question ${i}`).join('\n')}`, { scale: levels });
    expect(setOf(head, questions(200))).toBeDefined();
    expect(setOf(head, questions(201))).toBeUndefined();
  });
});

describe('of a set is said', () => {
  it('what it is called, from the version that would be new', () => {
    expect(faultsOfHead(head, 1)).toEqual([]);
    expect(faultsOfHead(head, 2)).toEqual(['version']);
    expect(faultsOfHead({ ...head, id: 'harbour controls', title: ' ', rights: '', credit: 'a\nb' }, 1)).toEqual([
      'name',
      'title',
      'rights',
      'credit',
    ]);
  });
  it('its levels, a line each', () => {
    expect(readScale('Absent: None: not one.\n\nProven\n: All.')).toEqual({
      levels: [
        { name: 'Absent', evidence: 'None: not one.' },
        { name: '', evidence: 'Proven' },
        { name: '', evidence: 'All.' },
      ],
      without: [3, 4],
    });
  });
});
