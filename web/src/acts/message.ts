// What is signed, by whatever key. Its first line says what for, so that nothing signed for one purpose stands for another; its second
// names the record by its first key, so that nothing signed for one record stands in another. The page puts it together from named
// parts: the server never gives it ready-made.
import canonicalize from 'canonicalize';

const purposes = {
  act: 'ccop act v2',
  'session key': 'ccop session key v1',
  token: 'ccop token v1',
  hook: 'ccop hook v1',
  'hook secret': 'ccop hook secret v1',
  calendar: 'ccop calendar v1',
  ending: 'ccop ending v1',
  'log key': 'ccop log key v1',
};

/** `content` is canonical JSON. */
export const messageOf = (purpose: keyof typeof purposes, logKey: string, content: string) =>
  `${purposes[purpose]}\n${logKey}\n${content}`;

export type Value = string | number | boolean | null | Value[] | { [member: string]: Value };

/** The command that a message asks for; nothing where it is no act. */
export function commandIn(message: string): Value {
  const [, , request = 'null'] = message.split('\n');
  const said = JSON.parse(request) as { command?: Value } | null;
  return said?.command ?? null;
}

/** Canonical JSON (RFC 8785). */
export function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this has no canonical form');
  return text;
}
