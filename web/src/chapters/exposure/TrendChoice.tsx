// Chooses what the lines are of: all groups of a set, or what lies under one.
import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import type { Moving } from './trend';

interface Props {
  moved: Moving[];
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
}

export function TrendChoice({ moved, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const open = moved.filter(({ under }) => under.length > 0);
  if (open.length === 0) return null;
  return (
    <NativeSelect
      label={t('trend.show')}
      maw={360}
      className="no-print"
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
      data={[
        { value: '', label: t('trend.all') },
        ...open.map(({ line, title }) => ({ value: line.key, label: title })),
      ]}
    />
  );
}
