// Which questions are counted together, so that it is known how the answers to one go with those to another.
import { Button, Group, Select, Stack, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import type { Asks } from './asks';
import { pairable } from './call';
import type { Joint } from './paper';

const most_pairs = 6;

interface Props {
  asks: Asks;
  value: Joint[];
  onChange: (joint: Joint[]) => void;
}

export function JointPairs({ asks, value, onChange }: Props) {
  const { t } = useTranslation();
  const questions = pairable(asks);
  if (questions.length < 2) return null;
  const data = questions.map(({ id, name, text }) => ({ value: id, label: `${id}: ${name ?? text}` }));
  const put = (at: number, pair?: Joint) =>
    onChange(value.flatMap((one, i) => (i !== at ? [one] : pair === undefined ? [] : [pair])));
  return (
    <Stack gap="xs" role="group" aria-label={t('exposure.joint')}>
      <Text size="sm" fw={500}>
        {t('exposure.joint')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('exposure.jointHint')}
      </Text>
      {value.map((pair, i) => (
        <Group key={i} align="flex-end">
          {(['first', 'second'] as const).map((which) => (
            <Select
              key={which}
              required
              searchable
              flex={1}
              label={t(`exposure.pair.${which}`, { number: i + 1 })}
              data={data}
              value={pair[which] || null}
              onChange={(id) => put(i, { ...pair, [which]: id ?? '' })}
            />
          ))}
          <Button variant="subtle" onClick={() => put(i)}>
            {t('exposure.pair.drop', { number: i + 1 })}
          </Button>
        </Group>
      ))}
      {value.length < most_pairs && (
        <Group>
          <Button variant="light" size="compact-sm" onClick={() => onChange([...value, { first: '', second: '' }])}>
            {t('exposure.pair.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
