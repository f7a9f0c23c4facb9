import { describe, expect, it } from 'vitest';

import { zone } from '../../testing/workPlan';
import { readCsv } from '../../components/csv';
import type { Order } from './days';
import { mappingOf } from './columns';
import type { Known } from './dryRun';
import { dryRun, isAmbiguous, mostAtOnce, otherDays, wholeOf } from './dryRun';

const known: Known = {
  organizations: [
    { id: 2, key: 'QUAY', name: 'Quay Authority' },
    { id: 3, key: 'TUGS', name: 'Tug Owners' },
  ],
  groups: [
    { id: 7, title: 'Lamp lighters' },
    { id: 8, title: 'Twice' },
    { id: 9, title: 'twice' },
    { id: 10, title: null },
  ],
  zone,
  now: new Date('2026-11-29T09:00:00Z'),
  holder: null,
  group: null,
};

function run(table: string, more: Partial<Known> = {}, order?: Order) {
  const [head, ...rows] = readCsv(table).rows;
  return dryRun(rows, mappingOf(head?.cells ?? []), { ...known, ...more }, order);
}
const heads = 'title,notes,owner,due,kind,group';
const faultsOf = (row: string, more: Partial<Known> = {}) => run(`${heads}\n${row}`, more)[0]?.faults;

describe('of a row that is right', () => {
  it('comes an item, due at the end of its day in the charter’s zone', () =>
    expect(run(`${heads}\nBuy oil,Forty barrels,tugs,2027-06-30,Milestone,lamp lighters`)).toMatchObject([
      {
        line: 2,
        title: 'Buy oil',
        text: 'Forty barrels',
        asked: { kind: 'milestone', holder: 3, group: 7, due: '2027-06-30T22:00:00.000Z' },
        faults: [],
      },
    ]));
  it('comes what holds for all, where it says nothing', () =>
    expect(run('task\nBuy oil', { holder: 2, group: 7 })).toMatchObject([
      { asked: { kind: 'action', holder: 2, group: 7 }, faults: [] },
    ]));
  it('its holder may be called by its name', () =>
    expect(run('task,owner\nBuy oil,Quay authority')[0]?.asked.holder).toBe(2));
});

describe('wrong with a row is', () => {
  it.each([
    [',,TUGS,,,', 'no-title'],
    [`${'ö'.repeat(151)},,TUGS,,,`, 'long-title'],
    [`Oil,${'x'.repeat(5001)},TUGS,,,`, 'long-text'],
    ['Oil,,,,,', 'no-holder'],
    ['Oil,,NOBODY,,,', 'unknown-holder'],
    ['Oil,,TUGS,soon,,', 'unreadable-due'],
    ['Oil,,TUGS,06/07/2027,,', 'ambiguous-due'],
    ['Oil,,TUGS,2026-11-28,,', 'past-due'],
    ['Oil,,TUGS,,dream,', 'unknown-kind'],
    ['Oil,,TUGS,,,Oilers', 'unknown-group'],
    ['Oil,,TUGS,,,Twice', 'several-groups'],
    ['Oil,,TUGS,,milestone,', 'no-group'],
  ])('%s: %s', (row, fault) => expect(faultsOf(row)).toEqual([fault]));
  it('all that is', () =>
    expect(faultsOf(',,NOBODY,soon,,')).toEqual(['no-title', 'unknown-holder', 'unreadable-due']));
  it('nothing that is due today', () => expect(faultsOf('Oil,,TUGS,2026-11-29,,')).toEqual([]));
});

describe('days of two readings', () => {
  const table = 'task,owner,date\nOil,TUGS,06/07/2027\nWicks,TUGS,30/06/2027';
  it('are asked about, with how the others are written', () => {
    expect(isAmbiguous(run(table))).toBe(true);
    expect(otherDays(run(table))).toBe('day-first');
    expect(otherDays(run(`${table}\nx,TUGS,06/30/2027`))).toBeUndefined();
    expect(isAmbiguous(run('task,owner,date\nOil,TUGS,30/06/2027'))).toBe(false);
  });
  it('are read as was said, and what can’t be that is wrong', () => {
    expect(run(table, {}, 'day-first').map(({ asked }) => asked.due?.slice(0, 10))).toEqual([
      '2027-07-06',
      '2027-06-30',
    ]);
    expect(run(table, {}, 'month-first').map(({ faults }) => faults)).toEqual([[], ['unreadable-due']]);
  });
});

describe('all or nothing', () => {
  it('is nothing while a row is wrong, or where there is none', () => {
    expect(wholeOf(run('task,owner\nOil,TUGS\n,TUGS'))).toBeUndefined();
    expect(wholeOf([])).toBeUndefined();
    expect(wholeOf(run('task,owner\nOil,TUGS'))).toHaveLength(1);
  });
  it('is nothing of more than two hundred', () => {
    const rows = (count: number) => run(`task,owner\n${'Oil,TUGS\n'.repeat(count)}`);
    expect(wholeOf(rows(mostAtOnce))).toHaveLength(200);
    expect(wholeOf(rows(mostAtOnce + 1))).toBeUndefined();
  });
});
