// Which column of a table says what of a question, by what stands in its first row.

export const set_fields = ['id', 'text', 'name', 'group', 'groupName', 'describes'] as const;
export type SetField = (typeof set_fields)[number];

export interface SetColumns {
  /** The place of a field's column, from 0. */
  places: Partial<Record<SetField, number>>;
  /** Those of levels, from the lowest; with the name that the first row gives, where it gives one. */
  levels: { place: number; name: string }[];
}

/** The surest first. */
const names: Record<SetField, string[]> = {
  id: [
    'id',
    'questionid',
    'cissafeguard',
    'safeguard',
    'subcontrol',
    'controlid',
    'requirementid',
    'refid',
    'ref',
    'reference',
    'number',
    'no',
  ],
  text: ['text', 'question', 'description', 'requirement', 'statement', 'outcome'],
  name: ['name', 'title', 'shorttitle', 'heading'],
  group: [
    'group',
    'groupid',
    'ciscontrol',
    'control',
    'category',
    'categoryid',
    'chapter',
    'clause',
    'section',
    'domain',
    'function',
  ],
  groupName: ['groupname', 'grouptitle', 'categoryname', 'chaptername', 'sectionname', 'domainname'],
  describes: ['describes', 'saysitis'],
};

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** "Level 1", "Level 1: Absent"; the number gives the order. */
const levelHead = /^\s*level\s*(\d{1,2})\s*(?:[:.\-–]\s*(.*))?$/i;

/** A column says one thing. */
export function columnsOf(heads: string[]): SetColumns {
  const known = heads.map(bare);
  const places: SetColumns['places'] = {};
  for (const field of set_fields) {
    const name = names[field].find((one) => known.includes(one));
    if (name !== undefined) places[field] = known.indexOf(name);
  }
  const levels = heads
    .map((head, place) => ({ place, match: levelHead.exec(head) }))
    .flatMap(({ place, match }) => (match ? [{ place, number: Number(match[1]), name: (match[2] ?? '').trim() }] : []))
    .sort((a, b) => a.number - b.number)
    .map(({ place, name }) => ({ place, name }));
  return { places, levels };
}
