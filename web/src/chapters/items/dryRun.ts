// What would come of a table: an item of each row, or what is wrong with it.
import type { Schemas } from '../../api/client';
import { endOfDay } from '../../components/time';
import type { Field, Mapping } from './columns';
import type { CsvRow } from '../../components/csv';
import type { Order } from './days';
import { readDay } from './days';

type Asked = Schemas['ItemAsked'];

export const mostAtOnce = 200;

/** What a table's words are compared with, and what holds where it says nothing. */
export interface Known {
  organizations: { id: number; key: string; name: string }[];
  groups: { id: number; title: string | null }[];
  zone: string;
  now: Date;
  holder: number | null;
  group: number | null;
}

type Fault =
  | 'no-title'
  | 'long-title'
  | 'long-text'
  | 'no-holder'
  | 'unknown-holder'
  | 'unreadable-due'
  | 'ambiguous-due'
  | 'past-due'
  | 'unknown-kind'
  | 'unknown-group'
  | 'several-groups'
  | 'no-group';

export interface DryRow {
  line: number;
  title: string;
  text: string;
  asked: Partial<Asked>;
  /** As it is written in the table, where it says so. */
  said: Record<Field, string>;
  faults: Fault[];
}

const bytes = (text: string) => new TextEncoder().encode(text).length;
const same = (a: string | null, b: string) => a?.trim().toLowerCase() === b.toLowerCase();

export function dryRun(rows: CsvRow[], mapping: Mapping, known: Known, order?: Order): DryRow[] {
  return rows.map(({ line, cells }) => {
    const at = (field: Field) => {
      const place = mapping[field];
      return place === undefined ? '' : (cells[place] ?? '');
    };
    const said = {
      title: at('title'),
      text: at('text'),
      holder: at('holder'),
      due: at('due'),
      kind: at('kind'),
      group: at('group'),
    };
    const found: Fault[] = [];
    if (said.title === '') found.push('no-title');
    if (bytes(said.title) > 300) found.push('long-title');
    if (bytes(said.text) > 5000) found.push('long-text');
    const asked = {
      ...take(holderOf(said.holder, known), found),
      ...take(dueOf(said.due, known, order), found),
      ...take(groupOf(said.group, known), found),
      ...take(kindOf(said.kind), found),
    };
    if (asked.kind === 'milestone' && asked.group === undefined && said.group === '') found.push('no-group');
    return { line, title: said.title, text: said.text, asked, said, faults: found };
  });
}

/** Those that are right, as they are asked for; nothing as long as one is wrong. */
export function wholeOf(rows: DryRow[]): (DryRow & { asked: Asked })[] | undefined {
  const right = rows.every(({ faults: found }) => found.length === 0);
  return right && rows.length > 0 && rows.length <= mostAtOnce ? (rows as (DryRow & { asked: Asked })[]) : undefined;
}

type Read = Partial<Asked> | Fault;

function take(read: Read, found: Fault[]): Partial<Asked> {
  if (typeof read !== 'string') return read;
  found.push(read);
  return {};
}

function holderOf(said: string, { organizations, holder }: Known): Read {
  if (said === '') return holder === null ? 'no-holder' : { holder };
  const one = organizations.find(({ key, name }) => same(key, said) || same(name, said));
  return one ? { holder: one.id } : 'unknown-holder';
}

function dueOf(said: string, { zone, now }: Known, order?: Order): Read {
  if (said === '') return {};
  const read = readDay(said, order);
  if (read.kind === 'either') return 'ambiguous-due';
  if (read.kind === 'unreadable') return 'unreadable-due';
  const due = endOfDay(read.day, zone).toISOString();
  return Date.parse(due) <= now.getTime() ? 'past-due' : { due };
}

function groupOf(said: string, { groups, group }: Known): Read {
  if (said === '') return group === null ? {} : { group };
  const those = groups.filter(({ title }) => same(title, said));
  if (those.length > 1) return 'several-groups';
  return those[0] ? { group: those[0].id } : 'unknown-group';
}

function kindOf(said: string): Read {
  if (said === '') return { kind: 'action' };
  const kind = said.toLowerCase().replace(/\s*items?$|s$/, '');
  return kind === 'action' || kind === 'milestone' ? { kind } : 'unknown-kind';
}

/** How the days that can be read in one way alone are written; nothing where they disagree or there are none. */
export function otherDays(rows: DryRow[]): Order | undefined {
  const orders = new Set(
    rows.flatMap(({ said: { due } }) => {
      const read = readDay(due);
      return read.kind === 'day' && read.order ? [read.order] : [];
    }),
  );
  return orders.size === 1 ? [...orders][0] : undefined;
}
/** Whether somebody has to say which comes first. */
export const isAmbiguous = (rows: DryRow[]) => rows.some(({ said: { due } }) => readDay(due).kind === 'either');
