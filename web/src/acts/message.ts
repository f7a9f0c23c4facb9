// What is signed, by whatever key. Its first line says what for, so that nothing signed for one purpose stands for another; its second
// names the record by its first key, so that nothing signed for one record stands in another. The page puts it together from named
// parts: the server never gives it ready-made.
import canonicalize from 'canonicalize';

const purposes = {
  act: 'ccop act v2',
  'session key': 'ccop session key v1',
  'log key': 'ccop log key v1',
};

/** `content` is canonical JSON. */
export const messageOf = (purpose: keyof typeof purposes, logKey: string, content: string) =>
  `${purposes[purpose]}\n${logKey}\n${content}`;

/** Canonical JSON (RFC 8785). */
export function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this has no canonical form');
  return text;
}
