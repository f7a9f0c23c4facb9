// The choice of a session in which an election or a run-off is voted on.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { executiveSessionsQuery } from '../meetings/shared';

export function SessionSelect({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation();
  const { data: sessions } = useQuery(executiveSessionsQuery);
  return (
    <Select
      required
      label={t('elections.session')}
      description={t('elections.sessionHint')}
      data={(sessions ?? []).map((one) => ({
        value: String(one.id),
        label: [one.meeting, one.session].filter(Boolean).join(' · '),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
