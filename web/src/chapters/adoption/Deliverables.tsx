// What groups finished, the end of the line of sight: each with how many organizations adopted it.
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import { countOf } from './about';
import { Counts } from './Counts';
import { adoptionsQuery } from './queries';
import './words';

/** Milestones of these groups that are done. Nothing while it is not known, or where there is none. */
export function Deliverables({ groups }: { groups: number[] }) {
  const { t } = useTranslation();
  const { data: adoptions } = useQuery(adoptionsQuery);
  const done = adoptions?.deliverables.filter(({ group }) => groups.includes(group));
  if (!adoptions || !done || done.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {t('adoption.deliverables')}
      </Text>
      <ul className="plain-list" data-testid="deliverables">
        {done.map(({ item, title }) => (
          <li key={item}>
            <Anchor component={Link} to={`/items/${item}`} size="sm" underline="always" className="breakable">
              {title ?? t('erased')}
            </Anchor>
            <Text size="sm" c="dimmed">
              <Counts count={countOf(adoptions, { decision: null, item })} />
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
