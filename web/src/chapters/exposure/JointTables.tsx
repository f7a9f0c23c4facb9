// Of questions that were counted together: how many gave both answers.
import { Stack, Title } from '@mantine/core';

import { HeatTable } from '../../components/figures/HeatTable';
import { useTranslation } from '../../locales/i18n';
import type { JointCounts } from './paper';
import { titleOf } from './rows';

export function JointTables({ joint }: { joint: JointCounts[] }) {
  const { t } = useTranslation();
  if (joint.length === 0) return null;
  return (
    <Stack component="section" aria-label={t('roundResult.together')} gap="sm">
      <Title order={3} size="h5">
        {t('roundResult.together')}
      </Title>
      {joint.map(({ first, second, table }) => (
        <HeatTable
          key={first.id}
          caption={t('roundResult.joint', { first: titleOf(first), second: titleOf(second) })}
          head={`${first.id} / ${second.id}`}
          levels={second.levels.map(({ name }) => name)}
          rows={first.levels.map(({ name }, i) => ({ key: name, label: name, counts: table[i] ?? [] }))}
          format={(count) => String(count)}
        />
      ))}
    </Stack>
  );
}
