// Tables as programs write them: read in whatever form they come, and written by RFC 4180.

type Delimiter = ',' | ';' | '\t';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The bytes of a file as text. What is no UTF-8 is taken for what older office programs wrote, and the page says so. */
export function decoded(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const as = (encoding: Encoding) => ({ text: new TextDecoder(encoding).decode(bytes), encoding });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  // Without a mark: a table has blanks and line ends, whose upper byte is 0.
  if (bytes.includes(0)) return as(bytes[0] === 0 ? 'utf-16be' : 'utf-16le');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return as('windows-1252');
  }
}

/** A workbook of an office program is a ZIP archive. */
export const isWorkbook = (bytes: Uint8Array) => [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);

export interface CsvRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
}

export interface Csv {
  delimiter: Delimiter;
  rows: CsvRow[];
  /** The line of a quote that is never closed. */
  unclosed?: number;
}

const delimiters: Delimiter[] = [',', ';', '\t'];
/** By which the page's words tell which one it is. */
export const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** Rows without anything in them are left out. */
export function readCsv(text: string): Csv {
  const whole = text.replace(/^\uFEFF/, '');
  // What Excel writes to itself.
  const told = /^sep=([,;\t])(\r\n|\r|\n)/i.exec(whole);
  if (told) {
    const read = cut(whole.slice(told[0].length), told[1] as Delimiter, 2);
    return { ...read, delimiter: told[1] as Delimiter };
  }
  // The one that cuts the first row into the most cells.
  const tries = delimiters.map((delimiter) => ({ delimiter, ...cut(whole, delimiter, 1) }));
  const width = ({ rows }: Csv) => rows[0]?.cells.length ?? 0;
  return tries.reduce((best, one) => (width(one) > width(best) ? one : best));
}

/** One cell, from where it begins: what stands in quotes may have anything in it, two quotes for one. */
function cellAt(text: string, start: number, delimiter: Delimiter): { cell: string; end: number; closed: boolean } {
  let at = start;
  let cell = '';
  while (text[at] === ' ') at += 1;
  if (text[at] === '"') {
    for (at += 1; ; at += 1) {
      if (at >= text.length) return { cell, end: at, closed: false };
      if (text[at] === '"' && text[at + 1] !== '"') break;
      cell += text[at];
      if (text[at] === '"') at += 1;
    }
    at += 1;
  }
  // The rest of the cell; after quotes there should be none.
  const rest = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return { cell: (cell + text.slice(rest, at)).trim(), end: at, closed: true };
}

function cut(text: string, delimiter: Delimiter, firstLine: number): Omit<Csv, 'delimiter'> {
  const whole = text.replace(/\r\n?/g, '\n');
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: firstLine, cells: [] };
  let line = firstLine;
  for (let at = 0; at <= whole.length; at += 1) {
    const { cell, end, closed } = cellAt(whole, at, delimiter);
    if (!closed) return { rows, unclosed: line };
    row.cells.push(cell);
    for (let i = at; i <= end; i += 1) if (whole[i] === '\n') line += 1;
    at = end;
    if (at < whole.length && whole[at] === delimiter) continue;
    if (row.cells.some((one) => one !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  return { rows };
}

/** A cell that a program for tables would take for a formula gets a mark of text before it. */
const harmless = (cell: string) => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** By RFC 4180, with a mark that it is UTF-8, for the sake of office programs. */
export function writtenCsv(rows: string[][]): string {
  const written = (cell: string) => {
    const safe = harmless(cell);
    return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}
