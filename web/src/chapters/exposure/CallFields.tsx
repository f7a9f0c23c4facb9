// What a round asks, as whoever calls it chooses, and how long a ballot becomes by that.
import { Checkbox, Select, Stack, Text } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import type { Asks } from './asks';
import { placedIn } from './asks';
import type { Chosen, Offered } from './call';
import { answersIn } from './paper';
import type { QuestionSet } from './questionSet';
import { questionsOf } from './questionSet';

interface Props {
  offered: Offered[];
  value: Chosen;
  onChange: (chosen: Chosen) => void;
}

export function SetChoice({ offered, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="group" aria-label={t('exposure.sets')}>
      {offered.length === 0 && <Text c="dimmed">{t('exposure.noneInForce')}</Text>}
      {offered.map(({ id, set }) => (
        <OneSet
          key={id}
          set={set}
          value={value[id]}
          onChange={(part) => {
            const others = Object.fromEntries(Object.entries(value).filter(([other]) => other !== String(id)));
            onChange(part === undefined ? others : { ...others, [id]: part });
          }}
        />
      ))}
    </Stack>
  );
}

interface OneProps {
  set: QuestionSet;
  value: number | 'whole' | undefined;
  onChange: (part: number | 'whole' | undefined) => void;
}

function OneSet({ set, value, onChange }: OneProps) {
  const { t } = useTranslation();
  const { title, quarters, questions } = set;
  const whole = { value: 'whole', label: t('exposure.whole', { count: questions.length }) };
  return (
    <>
      <Checkbox
        label={title}
        checked={value !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? (quarters ? 1 : 'whole') : undefined)}
      />
      {quarters && value !== undefined && (
        <Select
          required
          allowDeselect={false}
          label={t('exposure.quarter')}
          data={[
            ...quarters.map((groups, i) => ({
              value: String(i + 1),
              label: t('exposure.quarterNamed', {
                part: i + 1,
                names: groups.map((id) => set.groups.find((group) => group.id === id)?.name ?? id).join(', '),
                count: questionsOf({ set, part: i + 1 }).length,
              }),
            })),
            whole,
          ]}
          value={String(value)}
          onChange={(part) => onChange(part === 'whole' ? 'whole' : Number(part))}
        />
      )}
    </>
  );
}

/** Each answer is a ciphertext in every ballot, so its length is known beforehand. */
export function Size({ asks }: { asks: Asks }) {
  const { t } = useTranslation();
  const count = placedIn(asks).length;
  if (count === 0) return null;
  return (
    <Text size="sm" role="status" data-testid="size">
      {t('exposure.size', { count, answers: answersIn(asks.questions) })}
    </Text>
  );
}
