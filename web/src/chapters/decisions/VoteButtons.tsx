// One's vote, cast or changed: what is for, against and neither can be told apart without reading.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useChoices } from './choices';
import { OwnVote, Voted } from './OwnVote';
import { seenOf } from './wording';
import './choices.css';

type Motion = Schemas['Motion'];

const abstains = { variant: 'default', icon: IconMinus } as const;
const looks = [
  { variant: 'filled', color: '#237032', icon: IconCheck },
  { variant: 'filled', color: 'red.9', icon: IconX },
] as const;

/** Options of one's own are all alike. */
function lookOf({ options }: Motion, choice: number, last: number) {
  if (choice === last) return abstains;
  return options.length > 0 ? undefined : looks[choice];
}

/** What one's organization voted, and what it may vote now. */
export function MyVote({ motion }: { motion: Motion }) {
  const { may, my_vote } = motion;
  return (
    <>
      {may.includes('cast-vote') && <VoteButtons motion={motion} />}
      <Voted motion={motion} />
      {may.includes('change-vote') && my_vote && (
        <ChangeVote key={`${my_vote.choice} ${my_vote.at}`} motion={motion} now={my_vote.choice} />
      )}
    </>
  );
}

function VoteButtons({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4} role="group" aria-label={t('motion.myVote')}>
      <Choices motion={motion} type="cast-vote" />
      <Text size="sm" c="dimmed">
        {t('motion.voteMayChange')}
      </Text>
    </Stack>
  );
}

/** One click more than casting it, so that nobody does it by mistake. */
function ChangeVote({ motion, now }: { motion: Motion; now: number }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure();
  const choices = useId();
  return (
    <Stack gap="xs" align="flex-start">
      <Button size="sm" variant="default" aria-expanded={isOpen} aria-controls={choices} onClick={toggle}>
        {t('motion.changeVote')}
      </Button>
      <div id={choices} role="group" aria-label={t('motion.changeVote')} hidden={!isOpen}>
        {isOpen && <Choices motion={motion} type="change-vote" except={now} />}
      </div>
    </Stack>
  );
}

interface ChoicesProps {
  motion: Motion;
  type: 'cast-vote' | 'change-vote';
  except?: number;
}

function Choices({ motion, type, except }: ChoicesProps) {
  const { t } = useTranslation();
  const choices = useChoices(motion);
  const title = motion.content?.title ?? t('erased');
  return (
    <Group gap="xs" className="choices">
      {choices.map((choice, i) => {
        if (i === except) return null;
        const { icon: Icon, ...look } = lookOf(motion, i, choices.length - 1) ?? {};
        return (
          <ActButton
            key={i}
            {...look}
            {...(Icon ? { leftSection: <Icon size={18} aria-hidden /> } : {})}
            words={t(`words.${type}`, { choice, title })}
            instead={<OwnVote motion={motion.id} />}
            command={() => ({ type, motion: motion.id, choice: i, seen: seenOf(motion) })}
          >
            {choice}
          </ActButton>
        );
      })}
    </Group>
  );
}
