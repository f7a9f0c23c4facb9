// What is known of a risk where it is proposed from something: an incident that was shared, or an outcome that is weak.
import type { Schemas } from '../../api/client';
import type { Outcome } from './outcomes';
import type { RiskText } from './text';
import type { Marking } from './vocabulary';

const most_of_title = 300;
const most_of_threat = 2000;

/** At most so many bytes of UTF-8, for so contents are measured. */
function cut(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  const ellipsis = '…';
  const room = most - new TextEncoder().encode(ellipsis).length;
  // A sign that was cut in two is left out.
  return new TextDecoder().decode(bytes.subarray(0, room)).replace(/\uFFFD+$/, '') + ellipsis;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** It may travel as far as the incident. */
const markingOf = (marking: Schemas['Marking']): Marking => (marking === 'amber+strict' ? 'amber-strict' : marking);

export function ofIncident({ id, title, object, marking, related }: Schemas['ObjectPage']): Partial<RiskText> {
  const description = textOf(object.description);
  const said = [description, textOf(object.x_ccop_found_by), ...related.map(({ object: other }) => other.title)];
  const techniques = said.join(' ').match(/\bT\d{4}(?:\.\d{3})?\b/g) ?? [];
  return {
    title: cut(title, most_of_title),
    threat: cut(description || title, most_of_threat),
    incidents: [id],
    techniques: [...new Set(techniques)],
    marking: markingOf(marking),
  };
}

/** `title` and `weakness` are words about it, in the reader's language. */
export const ofOutcome = (
  { question }: Outcome,
  words: { title: string; threat: string; weakness: string },
): Partial<RiskText> => ({
  title: cut(words.title, most_of_title),
  threat: words.threat,
  weakness: cut(words.weakness, most_of_threat),
  outcomes: [question.id],
});
