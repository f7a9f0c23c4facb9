// One priority: its text, what the reader may do about it, who is in, and how it came to be.
import { Card, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { When } from '../../components/When';
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
      <Stances priority={priority} />
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
      <WhoIsIn priority={priority} />
      <Versions priority={priority} zone={zone} />
    </>
  );
}

function WhoIsIn({ priority }: { priority: Page }) {
  const { t } = useTranslation();
  const those = (stance: 'in' | 'out') => priority.stances.filter((said) => said.stance === stance);
  if (priority.stances.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('priority.whoIsIn')}>
      <Title order={2} size="h4" mb="sm">
        {t('priority.whoIsIn')}
      </Title>
      <Table.ScrollContainer minWidth={300} type="native">
        <Table aria-label={t('priority.whoIsIn')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('organization.title')}</Table.Th>
              <Table.Th>{t('priority.said')}</Table.Th>
              <Table.Th>{t('from')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...those('in'), ...those('out')].map((said) => (
              <Table.Tr key={said.organization}>
                <Table.Td>{said.organization}</Table.Td>
                <Table.Td>{t(`priority.stance.${said.stance}`)}</Table.Td>
                <Table.Td>
                  <When time={said.at} dateOnly />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Versions({ priority, zone }: { priority: Page; zone: string }) {
  const { t } = useTranslation();
  const { versions } = priority;
  return (
    <Card withBorder component="section" aria-label={t('priority.versions')}>
      <Title order={2} size="h4" mb="sm">
        {t('priority.versions')}
      </Title>
      <List listStyleType="none" spacing="sm">
        {versions.map((version, i) => (
          <List.Item key={i}>
            <Stack gap={2}>
              <Text size="sm">
                {t('priority.version', { number: versions.length - i, name: version.by.name ?? t('erased') })}{' '}
                <When time={version.at} />. {t('priority.endsOn')} <DayEnd time={version.ends} zone={zone} short />
              </Text>
              {i > 0 && (
                <details>
                  <summary>{version.content?.title ?? t('erased')}</summary>
                  <Text size="sm" className="wrap">
                    {version.content ? version.content.text : t('erased')}
                  </Text>
                </details>
              )}
            </Stack>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
