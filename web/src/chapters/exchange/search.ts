// What is looked for, as the address has it: behind its #, which no browser sends anywhere. So Back works, a link can be shared, and no log
// on the way holds what one looks for.
export interface Search {
  q: string;
  type: string | null;
  marking: string | null;
  /** The number of an organization, or `community`. */
  by: string | null;
  /** Days, the first and the last of them. */
  since: string;
  until: string;
  oldest: boolean;
}

export const everything: Search = { q: '', type: null, marking: null, by: null, since: '', until: '', oldest: false };

const texts = ['q', 'type', 'marking', 'by', 'since', 'until'] as const;

export function toHash(search: Search): string {
  const said = new URLSearchParams();
  for (const name of texts) if (search[name]) said.set(name, search[name]);
  if (search.oldest) said.set('sort', 'oldest');
  return said.toString();
}

export function ofHash(hash: string): Search {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    q: said.get('q') ?? '',
    type: said.get('type'),
    marking: said.get('marking'),
    by: said.get('by'),
    since: said.get('since') ?? '',
    until: said.get('until') ?? '',
    oldest: said.get('sort') === 'oldest',
  };
}

/** As the host is asked; days are whole ones, by the reader's clock. */
export function asked({ q, type, marking, by, since, until, oldest }: Search) {
  return {
    ...(q ? { q } : {}),
    ...(type ? { type } : {}),
    ...(marking ? { marking } : {}),
    ...(by ? { by } : {}),
    ...(isDay(since) ? { since: new Date(`${since}T00:00:00`).toISOString() } : {}),
    ...(isDay(until) ? { until: new Date(`${until}T23:59:59.999`).toISOString() } : {}),
    ...(oldest ? { oldest_first: true } : {}),
  };
}

const isDay = (text: string) => !Number.isNaN(Date.parse(`${text}T00:00:00`));

/** What tells a story; in a list the rest is folded away. */
const stories = [
  'incident',
  'report',
  'grouping',
  'campaign',
  'course-of-action',
  'infrastructure',
  'intrusion-set',
  'malware',
  'malware-analysis',
  'observed-data',
  'threat-actor',
  'tool',
  'vulnerability',
];
export const storyTypes = stories.join(',');
export const isStory = (type: string) => ['incident', 'report', 'grouping'].includes(type);
