// Who says that it made an object: an organization, the community, or nobody here.
import { useQuery } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';

export function Who({ by }: { by: Schemas['ObjectHead']['by'] }) {
  const { t } = useTranslation();
  const { data } = useQuery(organizationsQuery);
  if (by === 'community') return <>{t('exchange.byCommunity')} · </>;
  const organization = data?.organizations.find(({ id }) => id === by);
  return organization ? <>{organization.key} · </> : null;
}
