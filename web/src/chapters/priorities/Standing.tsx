// How far a priority is, and which Members said that they are in.
import { Badge, Group, Text } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { seenOf } from './seen';
import './words';

type Priority = Schemas['Priority'];

const colors: Partial<Record<Priority['state'], string>> = { 'under-review': 'yellow', 'in-effect': 'ocean' };

export function PriorityBadge({ state }: { state: Priority['state'] }) {
  const { t } = useTranslation();
  return (
    <Badge tt="none" variant="light" color={colors[state] ?? 'gray'} className="whole">
      {t(`priority.state.${state}`)}
    </Badge>
  );
}

/** Members are asked once a priority is in effect; then all see how many said what, those who didn't among them. */
export function Stances({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  const { members, my_stance } = priority;
  if (priority.since === null) return null;
  return (
    <Group gap="sm">
      <Text size="sm">
        {t('priority.stances', { in: priority.in, out: priority.out, count: members })}
        {my_stance && ` ${t(`priority.mine.${my_stance}`)}`}
      </Text>
      <MyStance priority={priority} />
    </Group>
  );
}

function MyStance({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  const { id, my_stance } = priority;
  const title = priority.content?.title ?? t('erased');
  if (!priority.may.includes('take-stance')) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('priority.myStance', { title })}>
      {(['in', 'out'] as const)
        .filter((stance) => stance !== my_stance)
        .map((stance) => (
          <ActButton
            key={stance}
            size="compact-sm"
            variant={stance === 'in' ? 'light' : 'default'}
            words={t(`words.take-stance.${stance}`, { title })}
            command={() => ({ type: 'take-stance', priority: id, stance, seen: seenOf(priority) })}
          >
            {t(`priority.stance.${stance}`)}
          </ActButton>
        ))}
      {my_stance && (
        <ActButton
          size="compact-sm"
          variant="subtle"
          words={t('words.take-stance.none', { title })}
          command={() => ({ type: 'take-stance', priority: id, seen: seenOf(priority) })}
        >
          {t('priority.takeBack')}
        </ActButton>
      )}
    </Group>
  );
}
