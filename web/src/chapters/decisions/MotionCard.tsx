// One motion: its text, my vote, its result.
import { Badge, Card, Code, Group, Spoiler, Stack, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { DaysLeft } from '../../components/DaysLeft';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { AdoptionCard } from '../adoption/shared';
import { useChoices } from './choices';
import { MotionMoves } from './MotionMoves';
import { MotionResult } from './MotionResult';
import { Objections } from './Objections';
import { RunningVote } from './RunningVote';
import { SilenceDelivery } from './SilenceDelivery';
import { MyVote } from './VoteButtons';

type Motion = Schemas['Motion'];

interface Props {
  motion: Motion;
  /** Of its heading, beneath those of the page; 1 where it is the page. */
  order?: 1 | 3;
}

export function MotionCard({ motion, order = 3 }: Props) {
  const { t } = useTranslation();
  const choices = useChoices(motion);
  const title = motion.content?.title ?? t('erased');
  return (
    <Card withBorder component="article" aria-label={title} data-testid="motion">
      <Stack gap="sm">
        <Heading motion={motion} title={title} order={order} />
        <Text className="wrap">{motion.content?.text ?? t('erased')}</Text>
        <Terms motion={motion} />
        <Objections motion={motion} title={title} />
        <SilenceDelivery motion={motion} title={title} />
        <MyVote motion={motion} />
        <RunningVote motion={motion} />
        <MotionMoves motion={motion} title={title} />
        {motion.outcome && <MotionResult motion={motion} choices={choices} />}
        {motion.decision !== null && <AdoptionCard about={{ decision: motion.decision, item: null }} />}
      </Stack>
    </Card>
  );
}

function Heading({ motion, title, order }: Required<Props> & { title: string }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Title order={order} size={order === 1 ? 'h2' : 'h4'}>
        {title}
      </Title>
      <Group gap="xs">
        <Badge tt="none" variant="light">
          {t(`motion.method.${motion.method}`)}
        </Badge>
        <Badge tt="none" variant="light" color={motion.state === 'open' ? 'green' : 'gray'}>
          {t(`motion.state.${motion.state}`)}
        </Badge>
        {motion.recorded && (
          <Badge tt="none" variant="light" color="gray">
            {t('motion.recorded')}
          </Badge>
        )}
      </Group>
    </Group>
  );
}

/** From when it holds, and until when it can be objected to. */
function Terms({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  return (
    <>
      {motion.amendment && (
        <>
          <Text size="sm">
            {t('motion.inForce')} <When time={motion.amendment.in_force_from} />
          </Text>
          <Spoiler maxHeight={160} showLabel={t('motion.showCharter')} hideLabel={t('motion.hideCharter')}>
            <Code block className="wrap" data-testid="proposed-charter">
              {motion.amendment.charter}
            </Code>
          </Spoiler>
        </>
      )}
      {motion.deadline && (
        <Text size="sm" component="div">
          {t('motion.deadline')} <When time={motion.deadline} zone={motion.time_zone} weekday />{' '}
          {motion.state === 'open' && <DaysLeft until={motion.deadline} />}
        </Text>
      )}
    </>
  );
}
