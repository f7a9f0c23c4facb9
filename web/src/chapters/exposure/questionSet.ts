// A question set as a round asks it (docs/exposure.md says what each member is). Whether one is in order, the host says before it is proposed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { concat, utf8 } from '../../acts/bytes';
import { canonical } from '../../acts/message';
import type { Schemas } from '../../api/client';
import type { Shape } from '../../ballot/parse';
import { having, isCount, isText, listOf, optional, parse } from '../../ballot/parse';

interface Level {
  name: string;
  evidence: string;
}
export interface Question {
  id: string;
  group: string;
  name?: string | undefined;
  text: string;
  choose: { min: number; max: number };
  levels: Level[];
  /** The list of the round that gives the answers, in the place of levels. */
  from?: string | undefined;
  /** It says what an organization is, and is never counted together with another. */
  describes?: boolean | undefined;
}
export interface QuestionGroup {
  id: string;
  name: string;
  text?: string | undefined;
  in?: string | undefined;
}
export interface QuestionSet {
  id: string;
  version: number;
  rhythm: 'yearly' | 'quarterly';
  title: string;
  rights: string;
  credit: string;
  groups: QuestionGroup[];
  questions: Question[];
  quarters?: string[][] | undefined;
}

const isSet = having<QuestionSet>({
  id: isText,
  version: isCount,
  rhythm: (value): value is QuestionSet['rhythm'] => value === 'yearly' || value === 'quarterly',
  title: isText,
  rights: isText,
  credit: isText,
  groups: listOf(having<QuestionGroup>({ id: isText, name: isText, text: optional(isText), in: optional(isText) })),
  questions: listOf(
    having<Question>({
      id: isText,
      group: isText,
      name: optional(isText),
      text: isText,
      choose: having({ min: isCount, max: isCount }),
      levels: listOf(having<Level>({ name: isText, evidence: isText })),
      from: optional(isText),
      describes: optional((value): value is boolean => typeof value === 'boolean'),
    }),
  ),
  quarters: optional<string[][]>(listOf(listOf(isText)) as Shape<string[][]>),
});

export const readSet = (text: string) => parse(text, isSet, 'the question set');

/** What the Members adopt; src/exposure/question_set.cpp computes the same. */
export function fingerprintOf(text: string): string {
  const purpose = utf8('ccop: the questions of a round of exposure, 1\n');
  return bytesToHex(sha256(concat(purpose, utf8(canonical(JSON.parse(text) as object)))));
}

export function factsOf(text: string): Schemas['QuestionSetFacts'] {
  const { id, version, rhythm, quarters = [] } = readSet(text);
  return { name: id, version, rhythm, fingerprint: fingerprintOf(text), parts: quarters.length };
}

/** The ids of those that say what an organization is, as its author marked them. */
export const describing = ({ questions }: Pick<QuestionSet, 'questions'>) =>
  questions.filter(({ describes }) => describes === true).map(({ id }) => id);

const groupOf = ({ groups }: QuestionSet, id: string) => groups.find((group) => group.id === id);

/** The outermost group that it is a part of, and the one in that, where it is in one. */
export function groupsAround(set: QuestionSet, question: Question): QuestionGroup[] {
  const own = groupOf(set, question.group);
  const outer = own?.in === undefined ? undefined : groupOf(set, own.in);
  return [outer, own].filter((group) => group !== undefined);
}

/** A set that is asked: whole, or the quarter with this number, from 1. */
export interface Asked {
  set: QuestionSet;
  part?: number | undefined;
}

export function questionsOf({ set, part }: Asked): Question[] {
  if (part === undefined) return set.questions;
  const groups = set.quarters?.[part - 1] ?? [];
  return set.questions.filter((question) => groups.includes(groupsAround(set, question)[0]?.id ?? ''));
}
