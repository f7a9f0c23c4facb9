import { describe, expect, it } from 'vitest';

import { anItem, zone } from '../../testing/workPlan';
import { mappingOf } from './columns';
import { decoded, isWorkbook, readCsv, writtenCsv } from '../../components/csv';
import { readDay } from './days';
import { tableOf } from './table';

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells);
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

describe('a table is read', () => {
  it.each([
    ['with commas', 'a,b\n1,2\n', ','],
    ['with semicolons', 'a;b\n1;2\n', ';'],
    ['with tabs', 'a\tb\n1\t2', '\t'],
    ['with commas within semicolons', '"a";"b"\n1;2', ';'],
    ['that says its own delimiter', 'sep=;\r\na;b\r\n1;2', ';'],
  ])('%s', (_, text, delimiter) => {
    expect(readCsv(text).delimiter).toBe(delimiter);
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('with quotes, and delimiters, line ends and quotes within them', () =>
    expect(cells('a,b\r\n"1, ""one""","two\r\nlines"\r\n"",x\r\n')).toEqual([
      ['a', 'b'],
      ['1, "one"', 'two\nlines'],
      ['', 'x'],
    ]));
  it('with line ends of any kind, and none at the end', () => {
    expect(cells('a\rb\nc\r\nd')).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(cells('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
  it('without its empty rows, and tells each row’s line', () =>
    expect(readCsv('a,b\n\n,,\n"two\nlines",1\n2,3').rows.map(({ line }) => line)).toEqual([1, 4, 6]));
  it('with a quote in the middle of a cell', () =>
    expect(cells('a,b\n6" pipe,x "y" z')).toEqual([
      ['a', 'b'],
      ['6" pipe', 'x "y" z'],
    ]));
  it('with blanks around', () =>
    expect(cells(' a , "b" \n 1 ,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]));
  it('and a quote that is never closed is told', () =>
    expect(readCsv('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({ unclosed: 3 }));
  it('where there is nothing', () => expect(readCsv('\uFEFF\r\n').rows).toEqual([]));
});

describe('bytes are read as', () => {
  const text = 'Title;Größe\nÖl;1';
  it('UTF-8, with a mark or without', () => {
    const plain = new TextEncoder().encode(text);
    expect(decoded(plain)).toEqual({ text, encoding: 'utf-8' });
    expect(decoded(Uint8Array.of(0xef, 0xbb, 0xbf, ...plain))).toEqual({ text, encoding: 'utf-8' });
  });
  it('UTF-16, with a mark or without', () => {
    for (const big of [false, true]) {
      const encoding = big ? 'utf-16be' : 'utf-16le';
      expect(decoded(utf16(`\uFEFF${text}`, big))).toEqual({ text, encoding });
      expect(decoded(utf16(text, big))).toEqual({ text, encoding });
    }
  });
  it('a workbook, which is none', () => {
    expect(isWorkbook(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe(true);
    expect(isWorkbook(new TextEncoder().encode('PK,Title'))).toBe(false);
  });
  it('what older programs wrote, and that is said', () =>
    expect(decoded(Uint8Array.of(0xd6, 0x6c))).toEqual({ text: 'Öl', encoding: 'windows-1252' }));
});

describe('columns', () => {
  it('are known by what is called so', () => {
    expect(mappingOf(['Task', 'Notes', 'Owner', 'Date', 'Type', 'Working group'])).toEqual({
      title: 0,
      text: 1,
      holder: 2,
      due: 3,
      kind: 4,
      group: 5,
    });
    expect(mappingOf(['GROUP', 'due_date', 'Organisation', ' Title '])).toEqual({
      group: 0,
      due: 1,
      holder: 2,
      title: 3,
    });
  });
  it('are the surest of two, and none where nothing is called so', () => {
    expect(mappingOf(['Date', 'Due date', 'Name', 'Title'])).toEqual({ due: 1, title: 3 });
    expect(mappingOf(['Größe', ''])).toEqual({});
  });
});

describe('a day', () => {
  const day = (text: string, order?: 'day-first' | 'month-first') => {
    const read = readDay(text, order);
    return read.kind === 'day' ? read.day : read.kind;
  };
  it.each(['2027-06-30', '2027/6/30', '30.06.2027', '30.6.2027', '30/06/2027', '06/30/2027', '30-06-2027'])(
    '%s is the 30th of June',
    (text) => expect(day(text)).toBe('2027-06-30'),
  );
  it('with dots has the day first', () => expect(day('06.07.2027')).toBe('2027-07-06'));
  it('of two readings is neither, until it is said', () => {
    expect(day('06/07/2027')).toBe('either');
    expect(day('06/07/2027', 'day-first')).toBe('2027-07-06');
    expect(day('06/07/2027', 'month-first')).toBe('2027-06-07');
  });
  it('is one where both readings are the same', () => expect(day('06/06/2027')).toBe('2027-06-06'));
  it('against what was said can’t be read', () => expect(day('06/30/2027', 'day-first')).toBe('unreadable'));
  it.each(['', 'soon', '31.02.2027', '2027-13-01', '30/06/27', '30/06-2027', '46203', '00/00/2027'])(
    '%s is none',
    (text) => expect(day(text)).toBe('unreadable'),
  );
});

describe('a table is written', () => {
  it('by RFC 4180, and read again as it was', () => {
    const rows = [
      ['Title', 'Text'],
      ['1, "one"', 'two\nlines'],
      ['Öl', ''],
    ];
    const text = writtenCsv(rows);
    expect(text).toBe('\uFEFFTitle,Text\r\n"1, ""one""","two\nlines"\r\nÖl,\r\n');
    expect(cells(text)).toEqual(rows);
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])('without the formula %j', (formula) =>
    expect(cells(writtenCsv([[formula, 'x']]))[0]?.[0]).toBe(`'${formula}`),
  );
  it('of items, with their days and groups', () => {
    const item = anItem({ slipped: 2, blocked_by: [1, 4], content: { title: '=cmd' } });
    expect(cells(tableOf([item], [{ id: 7, title: 'Lamp lighters' }], zone))[1]).toEqual([
      '3',
      'action',
      "'=cmd",
      '',
      'Lamp lighters',
      'TUGS',
      '2026-08-01',
      '2027-06-30',
      'open',
      '2',
      '1 4',
      '',
      '',
      '',
      '',
    ]);
  });
});
