// Levels as somebody writes them: one a line, its name, a colon, and the sentence that whoever chooses it can show or has to admit.
import type { Question } from './questionSet';

export type Level = Question['levels'][number];

export const fewest_levels = 2;
export const most_levels = 25;

/** `without`: the lines that have no colon, or nothing on one of its sides, from 1. */
export function readScale(text: string): { levels: Level[]; without: number[] } {
  const lines = text.split('\n').map((line, i) => ({ ...levelOf(line), number: i + 1, isEmpty: line.trim() === '' }));
  const told = lines.filter(({ isEmpty }) => !isEmpty);
  return {
    levels: told.map(({ name, evidence }) => ({ name, evidence })),
    without: told.filter(({ name, evidence }) => name === '' || evidence === '').map(({ number }) => number),
  };
}

export function levelOf(text: string): Level {
  const at = text.indexOf(':');
  if (at < 0) return { name: '', evidence: text.trim() };
  return { name: text.slice(0, at).trim(), evidence: text.slice(at + 1).trim() };
}
