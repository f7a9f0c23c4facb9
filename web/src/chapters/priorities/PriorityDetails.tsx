// One priority: its text, what the reader may do about it, who is in, and how it came to be.
import { Card, Group, List, Stack, Text, Title } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MotionLink } from '../decisions/shared';
import { EndPriorityForm, ExtendPriorityForm } from './DecidedForms';
import { PriorityForm } from './PriorityForm';
import { ReviewForm } from './ReviewForm';
import { PriorityBadge, Stances } from './Standing';
import './words';

type Page = Schemas['PriorityPage'];

interface Props {
  priority: Page;
  directions: Schemas['Direction'][];
  zone: string;
}

export function PriorityHead({ priority, directions, zone }: Props) {
  const { t } = useTranslation();
  const { content, motion } = priority;
  const followed = directions.filter(({ id }) => priority.directions.includes(id));
  return (
    <>
      <Group>
        <Title order={1}>{content?.title ?? t('erased')}</Title>
        <PriorityBadge state={priority.state} />
      </Group>
      <Text className="wrap">{content ? content.text : t('erased')}</Text>
      <Text size="sm">
        {t('priority.endsOn')} <DayEnd time={priority.ends} zone={zone} />
        {motion !== null && (
          <>
            {' · '}
            <MotionLink motion={motion} />
          </>
        )}
      </Text>
      {followed.length > 0 && (
        <Text size="sm">
          {t('priority.followsList', { titles: followed.map((one) => one.content?.title ?? t('erased')).join('; ') })}
        </Text>
      )}
      <Safely>
        <Stances priority={priority} />
      </Safely>
      <Moves priority={priority} directions={directions} zone={zone} />
    </>
  );
}

function Moves({ priority, directions, zone }: Props) {
  const { t } = useTranslation();
  const { id, may } = priority;
  return (
    <Group>
      {may.includes('review-priority') && <ReviewForm priority={priority} />}
      {may.includes('revise-priority') && (
        <PriorityForm key={priority.versions.length} priority={priority} directions={directions} zone={zone} />
      )}
      {may.includes('extend-priority') && <ExtendPriorityForm priority={priority} zone={zone} />}
      {may.includes('withdraw-priority') && (
        <ActButton size="sm" variant="subtle" command={{ type: 'withdraw-priority', priority: id }}>
          {t('priority.withdraw')}
        </ActButton>
      )}
      {may.includes('end-priority') && <EndPriorityForm priority={priority} />}
    </Group>
  );
}

export function PriorityHistory({ priority, zone }: { priority: Page; zone: string }) {
  return (
    <>
      <Safely>
        <WhoIsIn priority={priority} />
      </Safely>
      <Safely>
        <Versions priority={priority} zone={zone} />
      </Safely>
    </>
  );
}

function WhoIsIn({ priority: { stances, members } }: { priority: Page }) {
  const { t } = useTranslation();
  if (stances.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('priority.whoIsIn')}>
      <Title order={2} size="h4" mb="sm">
        {t('priority.whoIsIn')}
      </Title>
      {(['in', 'out'] as const).map((stance) => (
        <Said key={stance} stance={stance} stances={stances.filter((said) => said.stance === stance)} />
      ))}
      <Text size="sm" c="dimmed">
        {t('priority.saidNothing', { count: Math.max(0, members - stances.length) })}
      </Text>
    </Card>
  );
}

function Said({ stance, stances }: { stance: 'in' | 'out'; stances: Schemas['MemberStance'][] }) {
  const { t } = useTranslation();
  const label = t(`priority.saying.${stance}`, { count: stances.length });
  if (stances.length === 0) return null;
  return (
    <>
      <Text fw={600} size="sm" mb={4}>
        {label}
      </Text>
      <ul className="plain-list tiles" aria-label={label} style={{ marginBottom: 'var(--mantine-spacing-sm)' }}>
        {stances.map((said) => (
          <li key={said.organization}>
            {said.organization}{' '}
            <Text span size="sm" c="dimmed">
              <When time={said.at} dateOnly />
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function Versions({ priority: { versions }, zone }: { priority: Page; zone: string }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('priority.versions')}>
      <Title order={2} size="h4" mb="sm">
        {t('priority.versions')}
      </Title>
      <List listStyleType="none" spacing="sm">
        {versions.map((version, i) => (
          <List.Item key={i}>
            <Safely>
              <Version version={version} number={versions.length - i} isLast={i === 0} zone={zone} />
            </Safely>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

interface VersionProps {
  version: Page['versions'][number];
  number: number;
  /** Whose text stands above. */
  isLast: boolean;
  zone: string;
}

function Version({ version: { by, at, ends, content }, number, isLast, zone }: VersionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <Text size="sm">
        {t('priority.version', { number, name: by.name ?? t('erased') })} <When time={at} />. {t('priority.endsOn')}{' '}
        <DayEnd time={ends} zone={zone} short />
      </Text>
      {!isLast && (
        <Text component="details" size="sm">
          <summary>{content?.title ?? t('erased')}</summary>
          <Text size="sm" className="wrap">
            {content ? content.text : t('erased')}
          </Text>
        </Text>
      )}
    </Stack>
  );
}
