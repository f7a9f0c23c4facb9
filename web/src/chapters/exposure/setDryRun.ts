// What would come of a table: a question of each row, or what is wrong with it. src/exposure/faults.cpp looks at the whole set once more.
import type { CsvRow } from '../../components/csv';
import type { QuestionSet } from './questionSet';
import type { Level } from './scale';
import { fewest_levels, levelOf, most_levels } from './scale';
import type { SetColumns, SetField } from './setColumns';

export const most_questions = 600;
/** A ballot has no more, so no round could ask a set that has. */
export const most_answers = 2000;
const longest = { id: 64, name: 200, text: 600 };

type SetFault =
  | 'no-id'
  | 'bad-id'
  | 'repeated-id'
  | 'no-text'
  | 'long-text'
  | 'long-name'
  | 'not-plain'
  | 'no-levels'
  | 'many-levels'
  | 'unnamed-level'
  | 'repeated-level'
  | 'long-level'
  | 'cells-without-column'
  | 'long-group';

export interface DryQuestion {
  line: number;
  id: string;
  name: string;
  text: string;
  group: string;
  levels: Level[];
  /** It says what an organization is, and is never counted together with another. */
  describes: boolean;
  faults: SetFault[];
  /** The line in which its id stood first. */
  first?: number;
}

interface Heading {
  group: string;
  name: string;
}

export interface DrySet {
  questions: DryQuestion[];
  /** Rows with a group and no id: they say what it is called. */
  headings: Heading[];
}

interface Wanted {
  columns: SetColumns;
  /** How many columns the first row names. */
  width: number;
  /** Of rows that bring none of their own. */
  scale: Level[];
  /** Nothing of the table but ids is taken. */
  idsAlone: boolean;
}

const bytes = (text: string) => new TextEncoder().encode(text).length;
const isId = (text: string) => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(text) && text.length <= longest.id;
/** One line: a set has no others. */
const line = (cell: string) => cell.replace(/\s+/g, ' ').trim();
/** Control characters, and those that turn the direction of what follows. */
const isPlain = (text: string) => !/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(text);

export function dryRunOf(rows: CsvRow[], wanted: Wanted): DrySet {
  const first = new Map<string, number>();
  const dry: DrySet = { questions: [], headings: [] };
  for (const row of rows) {
    const said = saidIn(row, wanted);
    if (said.id === '' && said.group !== '') {
      dry.headings.push({ group: said.group, name: said.groupName || said.name || said.group });
      continue;
    }
    const question = questionOf(row, said, wanted);
    const before = first.get(question.id);
    if (before === undefined) first.set(question.id, question.line);
    else if (question.id !== '') Object.assign(question, { first: before }).faults.push('repeated-id');
    if (said.groupName !== '' && said.group !== '') dry.headings.push({ group: said.group, name: said.groupName });
    dry.questions.push(question);
  }
  for (const { group, faults } of dry.questions) {
    const called = calledOf(group, dry.headings);
    if (bytes(called) > longest.name || !isPlain(called)) faults.push('long-group');
  }
  return dry;
}

type Said = Record<SetField, string>;

function saidIn({ cells }: CsvRow, { columns: { places }, idsAlone }: Wanted): Said {
  const at = (field: SetField) => line(cells[places[field] ?? -1] ?? '');
  const id = at('id');
  const group = at('group');
  const describes = at('describes');
  if (idsAlone) return { id, group, describes, text: id, name: '', groupName: '' };
  // Where only one of the two is there, it is what is asked.
  const [text, name] = at('text') === '' ? [at('name'), ''] : [at('text'), at('name')];
  return { id, group, describes, text, name, groupName: at('groupName') };
}

function questionOf({ line: at, cells }: CsvRow, said: Said, wanted: Wanted): DryQuestion {
  const { id, name, text, group } = said;
  const own = wanted.idsAlone ? [] : levelsOf(cells, wanted.columns);
  const levels = own.length > 0 ? own : wanted.scale;
  const faults: SetFault[] = [];
  if (id === '') faults.push('no-id');
  else if (!isId(id)) faults.push('bad-id');
  if (text === '' && id !== '') faults.push('no-text');
  if (bytes(text) > longest.text) faults.push('long-text');
  if (bytes(name) > longest.name) faults.push('long-name');
  if (!isPlain(`${name}${text}`)) faults.push('not-plain');
  if (cells.slice(wanted.width).some((cell) => cell !== '')) faults.push('cells-without-column');
  // Whatever is in such a cell marks the question, so that no word for yes is missed.
  const describes = !/^(no|false|0)?$/i.test(said.describes);
  return { line: at, id, name, text, group, levels, describes, faults: [...faults, ...faultsOfLevels(levels)] };
}

/** Those that the row brings: a cell that is empty is no level. */
function levelsOf(cells: string[], { levels }: SetColumns): Level[] {
  return levels.flatMap(({ place, name }) => {
    const cell = line(cells[place] ?? '');
    if (cell === '') return [];
    return [name === '' ? levelOf(cell) : { name, evidence: cell }];
  });
}

export function faultsOfLevels(levels: Level[]): SetFault[] {
  const faults: SetFault[] = [];
  if (levels.length < fewest_levels) faults.push('no-levels');
  if (levels.length > most_levels) faults.push('many-levels');
  if (levels.some(({ name, evidence }) => name === '' || evidence === '')) faults.push('unnamed-level');
  const once = (all: string[]) => new Set(all).size === all.length;
  if (!once(levels.map(({ name }) => name)) || !once(levels.map(({ evidence }) => evidence)))
    faults.push('repeated-level');
  if (levels.some(({ name, evidence }) => bytes(name) > longest.name || bytes(evidence) > longest.text))
    faults.push('long-level');
  return faults;
}

export const answersOf = ({ questions }: DrySet) => questions.reduce((sum, { levels }) => sum + levels.length, 0);

/** What is said of the set as a whole. */
export type SetHead = Pick<QuestionSet, 'id' | 'version' | 'rhythm' | 'title' | 'rights' | 'credit'>;

export type HeadFault = 'name' | 'version' | 'title' | 'rights' | 'credit';

/** `least` is the version that would be new. */
export function faultsOfHead({ id, version, title, rights, credit }: SetHead, least: number): HeadFault[] {
  const says = (text: string, most: number) => text.trim() !== '' && bytes(text) <= most && isPlain(text);
  return [
    ...(isId(id) ? [] : ['name' as const]),
    ...(Number.isSafeInteger(version) && version >= least ? [] : ['version' as const]),
    ...(says(title, 200) ? [] : ['title' as const]),
    ...(says(rights, 1500) ? [] : ['rights' as const]),
    ...(says(credit, 1500) ? [] : ['credit' as const]),
  ];
}

/** The set, as it is proposed; nothing as long as something is wrong with it. */
export function setOf(head: SetHead, dry: DrySet): string | undefined {
  const { questions, headings } = dry;
  const isRight = questions.length > 0 && questions.every(({ faults }) => faults.length === 0);
  if (!isRight || questions.length > most_questions || answersOf(dry) > most_answers) return undefined;
  const groups = groupsOf(questions, headings, head.title);
  return JSON.stringify({
    ...head,
    language: 'en',
    groups: groups.map(({ id, name }) => ({ id, name })),
    questions: questions.map(({ id, name, text, group, levels, describes }) => ({
      id,
      group: groups.find((one) => one.said === group)?.id,
      ...(name === '' ? {} : { name }),
      text,
      choose: { min: 0, max: 1 },
      levels,
      ...(describes ? { describes } : {}),
    })),
  });
}

const calledOf = (group: string, headings: Heading[]) => headings.find((one) => one.group === group)?.name ?? group;

/** As the table has them: where it calls a group by a name, a number is its id. */
function groupsOf(questions: DryQuestion[], headings: Heading[], title: string) {
  const said = [...new Set(questions.map(({ group }) => group))];
  const taken = new Set(said.filter(isId));
  let number = 0;
  const free = () => {
    do number += 1;
    while (taken.has(`group-${number}`));
    return `group-${number}`;
  };
  return said.map((one) => ({
    said: one,
    id: isId(one) ? one : free(),
    name: one === '' ? title : calledOf(one, headings),
  }));
}
