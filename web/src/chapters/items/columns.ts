// Which column of a table says what of an item, by what stands in its first row.

export const fields = ['title', 'text', 'holder', 'due', 'kind', 'group'] as const;
export type Field = (typeof fields)[number];
/** The place of a field's column, from 0. */
export type Mapping = Partial<Record<Field, number>>;

/** The surest first. */
const names: Record<Field, string[]> = {
  title: ['title', 'task', 'item', 'action', 'actionitem', 'milestone', 'name', 'subject', 'what'],
  text: ['text', 'notes', 'note', 'description', 'details', 'comment', 'comments', 'remarks'],
  holder: ['holder', 'owner', 'organization', 'organisation', 'responsible', 'agency', 'assignee', 'assignedto', 'who'],
  due: ['due', 'duedate', 'date', 'deadline', 'dueon', 'dueby', 'by', 'when'],
  kind: ['kind', 'type'],
  group: ['group', 'workinggroup', 'team'],
};

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A column says one thing, and the first of two that could say it does. */
export function mappingOf(heads: string[]): Mapping {
  const known = heads.map(bare);
  const mapping: Mapping = {};
  for (const field of fields) {
    const name = names[field].find((one) => known.includes(one));
    if (name !== undefined) mapping[field] = known.indexOf(name);
  }
  return mapping;
}
