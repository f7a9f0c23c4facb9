// A group's terms of reference, as they are written in a content. Whoever wrote it may have written anything, so it is read with patience.
import type { Wording } from '../../acts/seen';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';

interface Terms {
  title: string;
  purpose: string;
  outputs: string[];
  not_in_scope: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What is no text is left out; a content that is no JSON is shown as the purpose. Nothing where it was erased. */
export function termsOf(content: string | null | undefined): Terms | undefined {
  if (content === null || content === undefined) return undefined;
  const fields = fieldsOf(content);
  const outputs = Array.isArray(fields.outputs) ? fields.outputs : [fields.outputs];
  return {
    title: textOf(fields.title),
    purpose: textOf(fields.purpose),
    outputs: outputs.map(textOf).filter(Boolean),
    not_in_scope: textOf(fields.not_in_scope),
  };
}

function fieldsOf(content: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // no JSON
  }
  return { purpose: content };
}

/** As it is written. */
export const written = ({ title, purpose, outputs, not_in_scope }: Terms) =>
  JSON.stringify({ title, purpose, outputs, ...(not_in_scope ? { not_in_scope } : {}) });

/** What a reader signs of a group: the very content of which the page shows the members. */
export const seenOf = ({ wording, versions }: Schemas['GroupPage']): Wording =>
  seen(wording, [versions[0]?.terms?.text]);
