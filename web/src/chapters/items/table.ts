// Items as a table for other programs; what it says can be read in again.
import type { Schemas } from '../../api/client';
import { dayUntil } from '../../components/time';
import { writtenCsv } from '../../components/csv';

type Item = Schemas['Item'];

const heads = [
  'Number',
  'Kind',
  'Title',
  'Text',
  'Group',
  'Holder',
  'Held since',
  'Due',
  'State',
  'Put off',
  'Waits for',
  'Reason',
  'Shown by',
  'Version',
  'Link',
];

/** Days are of the charter's zone. */
export function tableOf(items: Item[], groups: Pick<Schemas['GroupRow'], 'id' | 'title'>[], zone: string): string {
  return writtenCsv([
    heads,
    ...items.map((item) => [
      String(item.id),
      item.kind,
      item.content?.title ?? '',
      item.content?.text ?? '',
      groups.find(({ id }) => id === item.group)?.title ?? '',
      item.holder ?? '',
      dayUntil(new Date(item.held_since), zone),
      item.due === null ? '' : dayUntil(new Date(item.due), zone),
      item.state,
      String(item.slipped),
      item.blocked_by.join(' '),
      item.reason ?? '',
      item.evidence?.title ?? '',
      item.evidence?.version ?? '',
      item.evidence?.link ?? '',
    ]),
  ]);
}
