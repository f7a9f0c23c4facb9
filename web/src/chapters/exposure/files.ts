// A round's totals as files for other programs.
import type { Asks } from './asks';
import { placedIn } from './asks';
import type { Counted } from './paper';
import { answersTo } from './paper';

interface About {
  title: string;
  archive: string | null;
  answered: number;
  asked: number;
}

/** A row for each answer of each question, and for each pair of answers that was counted together. */
function linesOf(asks: Asks, { counts, joint }: Counted): (string | number)[][] {
  const alone = placedIn(asks).flatMap(({ set, question }) =>
    answersTo(question, asks.paper).map((answer, i) => [
      set.id,
      question.id,
      question.text,
      answer,
      counts.get(question.id)?.[i] ?? 0,
    ]),
  );
  const together = joint.flatMap(({ first, second, table }) =>
    first.levels.flatMap((one, i) =>
      second.levels.map((other, j) => [
        '',
        `${first.id} and ${second.id}`,
        `${first.text} | ${second.text}`,
        `${one.name} | ${other.name}`,
        table[i]?.[j] ?? 0,
      ]),
    ),
  );
  return [...alone, ...together];
}

export function csvOf(asks: Asks, counted: Counted): string {
  const lines = [['set', 'question', 'text', 'answer', 'count'], ...linesOf(asks, counted)];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** A text that a table would take for a formula is marked as text. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}

export function jsonOf(about: About, asks: Asks, counted: Counted): string {
  const questions = placedIn(asks).map(({ set, question }) => ({
    set: set.id,
    version: set.version,
    id: question.id,
    text: question.text,
    answers: answersTo(question, asks.paper),
    counts: counted.counts.get(question.id) ?? [],
  }));
  const joint = counted.joint.map(({ first, second, table }) => ({ first: first.id, second: second.id, table }));
  return JSON.stringify({ ...about, questions, joint }, null, 1);
}
