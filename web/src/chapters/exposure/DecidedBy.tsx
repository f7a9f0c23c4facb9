// Who decides on a question set: the Members by silence procedure, or an executive session that is not over.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../locales/i18n';

import { executiveSessionsQuery } from '../meetings/shared';

interface Props {
  /** The session's number. */
  value: number | undefined;
  onChange: (session: number | undefined) => void;
}

const by_silence = 'silence';

export function DecidedBy({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { data: sessions = [] } = useQuery(executiveSessionsQuery);
  if (sessions.length === 0) return null;
  return (
    <Select
      required
      allowDeselect={false}
      label={t('exposure.decidedBy')}
      data={[
        { value: by_silence, label: t('exposure.bySilence') },
        ...sessions.map(({ id, meeting, session }) => ({
          value: String(id),
          label: [meeting, session].filter(Boolean).join(' · '),
        })),
      ]}
      value={value === undefined ? by_silence : String(value)}
      onChange={(chosen) => onChange(chosen === null || chosen === by_silence ? undefined : Number(chosen))}
    />
  );
}
