// One's vote: what is for, against and neither can be told apart without reading.
import { Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { OwnVote } from './OwnVote';
import { seenOf } from './wording';

interface Props {
  motion: Schemas['Motion'];
  title: string;
  choices: string[];
}

const abstains = { variant: 'default', icon: IconMinus } as const;
const looks = [
  { variant: 'filled', color: '#237032', icon: IconCheck },
  { variant: 'filled', color: 'red.9', icon: IconX },
] as const;

/** Options of one's own are all alike. */
function lookOf({ options }: Schemas['Motion'], choice: number, last: number) {
  if (choice === last) return abstains;
  return options.length > 0 ? undefined : looks[choice];
}

export function VoteButtons({ motion, title, choices }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap={4} role="group" aria-label={t('motion.myVote')}>
      <Group>
        {choices.map((choice, i) => {
          const { icon: Icon, ...look } = lookOf(motion, i, choices.length - 1) ?? {};
          return (
            <ActButton
              key={i}
              {...look}
              {...(Icon ? { leftSection: <Icon size={18} aria-hidden /> } : {})}
              words={t('words.cast-vote', { choice, title })}
              instead={<OwnVote motion={motion.id} />}
              command={() => ({ type: 'cast-vote', motion: motion.id, choice: i, seen: seenOf(motion) })}
            >
              {choice}
            </ActButton>
          );
        })}
      </Group>
      <Text size="sm" c="dimmed">
        {t('motion.voteStands')}
      </Text>
    </Stack>
  );
}
