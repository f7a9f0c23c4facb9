// Joining, leaving, and offering to lead. What it takes is said before one agrees to it (clause 5.1).
import { List, Text } from '@mantine/core';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { useTranslation } from '../../locales/i18n';
import { kickoffDue, planDue } from './dates';
import { seenOf } from './terms';

type Page = Schemas['GroupPage'];

export function TakingPart({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { id, may } = group;
  return (
    <>
      {may.includes('join-group') && <Agree group={group} type="join-group" hours={group.frame.member_hours} />}
      {may.includes('volunteer-as-lead') && (
        <Agree group={group} type="volunteer-as-lead" hours={group.frame.lead_hours} />
      )}
      {may.includes('take-back-lead-offer') && (
        <ActButton size="sm" variant="default" command={{ type: 'take-back-lead-offer', group: id }}>
          {t('group.takeBackOffer')}
        </ActButton>
      )}
      {may.includes('leave-group') && (
        <ActButton size="sm" variant="subtle" command={{ type: 'leave-group', group: id }}>
          {t('group.leave')}
        </ActButton>
      )}
    </>
  );
}

interface AgreeProps {
  group: Page;
  type: 'join-group' | 'volunteer-as-lead';
  hours: number;
}

function Agree({ group, type, hours }: AgreeProps) {
  const { t } = useTranslation();
  const { frame, time_zone: zone } = group;
  const title = group.title ?? t('erased');
  return (
    <ActForm
      label={t(`group.${type}`)}
      variant={type === 'join-group' ? 'filled' : 'light'}
      act={() => ({
        words: t(`words.${type}`, { title, count: hours }),
        command: (): Command => ({ type, group: group.id, seen: seenOf(group) }),
      })}
    >
      <Text fw={600} data-testid="takes">
        {t(`group.takes.${type}`, { count: hours })}
      </Text>
      <List size="sm">
        <List.Item>
          {t('group.markingIs')} {t(`group.markings.${frame.marking}`)}
        </List.Item>
        {!group.kickoff && (
          <List.Item>
            {t('group.kickoffBy')} <DayEnd time={kickoffDue(group)} zone={zone} />
          </List.Item>
        )}
        {!group.planned_at && (
          <List.Item>
            {t('group.planBy')} <DayEnd time={planDue(group)} zone={zone} />
          </List.Item>
        )}
        <List.Item>
          {t('group.endsOn')} <DayEnd time={group.ends} zone={zone} />
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {t(type === 'join-group' ? 'group.joinHint' : 'group.volunteerHint')}
      </Text>
    </ActForm>
  );
}
