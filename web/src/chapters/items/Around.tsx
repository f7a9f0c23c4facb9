// What every page of items reads: the items, and the groups that they belong to.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMemo } from 'react';

import type { Schemas } from '../../api/client';
import { Loaded } from '../../components/Query';
import { groupsQuery } from '../groups/shared';
import type { Around } from './ItemTable';
import { itemsQuery } from './queries';
import { useNow } from '../../components/useNow';

type Items = Schemas['Items'];
type Groups = Schemas['Groups'];

interface Props {
  children: (items: Items, around: Around) => ReactNode;
}

export function WithItems({ children }: Props) {
  const items = useQuery(itemsQuery);
  const groups = useQuery(groupsQuery);
  return (
    <Loaded {...items}>
      {(those) => <Loaded {...groups}>{(plan) => <Ready items={those} plan={plan} content={children} />}</Loaded>}
    </Loaded>
  );
}

function Ready({ items, plan, content }: { items: Items; plan: Groups; content: Props['children'] }) {
  const now = useNow();
  const all = useMemo(() => new Map(items.items.map((item) => [item.id, item])), [items]);
  return content(items, { all, groups: plan.groups, zone: items.time_zone, now });
}
