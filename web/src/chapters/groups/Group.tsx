// One working group: its terms, who is in, what is due, and how it stands.
import { Alert, Anchor, Card, Group as Row, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { prioritiesQuery } from '../priorities/shared';
import { kickoffDue, planDue } from './dates';
import { Frame, Plans, Reports, TermsCard, Versions } from './Documents';
import { GroupMeetings } from './GroupMeetings';
import { ListedDocuments } from './ListedDocuments';
import { Moves } from './Moves';
import { People } from './People';
import { groupQuery, groupsQuery } from './queries';
import { GroupBadge, LeadWords, StatusCell } from './Standing';
import { StatusForm } from './StatusForm';
import './words';

type Page = Schemas['GroupPage'];

export function Group() {
  const { id } = useParams({ from: '/shell/groups/$id' });
  const hash = useLocation({ select: (location) => location.hash });
  return <Query of={groupQuery(id)}>{(group) => <GroupContent group={group} asked={hash === 'status'} />}</Query>;
}

/** `asked`: whether somebody came to say how it stands. */
export function GroupContent({ group, asked }: { group: Page; asked: boolean }) {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Row>
        <Title order={1}>{group.title ?? t('erased')}</Title>
        <GroupBadge group={group} />
      </Row>
      <Pursues group={group} />
      <Ended group={group} />
      <Inability group={group} />
      {group.may.includes('report-status') && (
        <StatusForm key={`${group.id} ${group.last_report?.at}`} group={group} asked={asked} />
      )}
      <Moves group={group} />
      <Due group={group} />
      <TermsCard group={group} />
      <People group={group} />
      <Plans group={group} />
      <GroupMeetings group={group} />
      <ListedDocuments group={group} />
      <Reports reports={group.reports} />
      <Versions group={group} />
    </Stack>
  );
}

function Pursues({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { data } = useQuery(prioritiesQuery);
  const { data: all } = useQuery(groupsQuery);
  const title = data?.priorities.find(({ id }) => id === group.priority)?.content?.title;
  return (
    <div>
      <Text size="sm">
        {t('group.pursues')}{' '}
        <Anchor component={Link} to={`/priorities/${group.priority}`} inherit underline="always">
          {title ?? t('group.priority', { number: group.priority })}
        </Anchor>
        {group.state !== 'proposed' && (
          <>
            {' · '}
            {t('group.lead')}: <LeadWords group={group} />
          </>
        )}
      </Text>
      <Text size="sm">
        <Link className="row-link target" to="/items" search={{ group: group.id }}>
          {t('group.items')}
        </Link>
      </Text>
      {all && (
        <Text size="sm" component="div" mt={4}>
          <StatusCell group={group} round={all.round} />
        </Text>
      )}
    </div>
  );
}

function Ended({ group: { over_at, report, state } }: { group: Page }) {
  const { t } = useTranslation();
  if (!over_at) return null;
  return (
    <Alert variant="light" color="gray" title={t(state === 'concluded' ? 'group.delivered' : 'group.over')}>
      <When time={over_at} dateOnly />
      {report !== null && <Text className="wrap">{report}</Text>}
    </Alert>
  );
}

/** What the Lead said can't be done, and which way on it proposed. */
function Inability({ group: { inability, lead_left_why, without_lead_since } }: { group: Page }) {
  const { t } = useTranslation();
  if (inability && !(inability.answered && without_lead_since))
    return (
      <Alert
        variant="light"
        color={inability.answered ? 'gray' : 'yellow'}
        title={t(inability.answered ? 'group.inabilityAnswered' : 'group.inability')}
        data-testid="inability"
      >
        <Text size="sm">
          {t('group.wayProposed', { way: t(`group.way.${inability.way}`) })} <When time={inability.at} dateOnly />
        </Text>
        <Text className="wrap">{inability.reason ?? t('erased')}</Text>
      </Alert>
    );
  if (without_lead_since && lead_left_why)
    return (
      <Alert variant="light" color="yellow" title={t('group.leadLeft')}>
        <Text className="wrap">{lead_left_why}</Text>
      </Alert>
    );
  return null;
}

function Due({ group }: { group: Page }) {
  const { t } = useTranslation();
  const zone = group.time_zone;
  return (
    <Card withBorder component="section" aria-label={t('group.dates')} data-testid="dates">
      <Title order={2} size="h4" mb="xs">
        {t('group.dates')}
      </Title>
      <List listStyleType="none" size="sm" spacing={4}>
        {group.founded_at && (
          <List.Item>
            {t('group.foundedOn')} <When time={group.founded_at} dateOnly />
          </List.Item>
        )}
        <List.Item>
          {t(group.kickoff ? 'group.kickoffHeld' : 'group.kickoffBy')}{' '}
          {group.kickoff ? (
            <DayEnd time={group.kickoff} zone={zone} short />
          ) : (
            <DayEnd time={kickoffDue(group)} zone={zone} />
          )}
        </List.Item>
        <List.Item>
          {t(group.planned_at ? 'group.planFiled' : 'group.planBy')}{' '}
          {group.planned_at ? <When time={group.planned_at} dateOnly /> : <DayEnd time={planDue(group)} zone={zone} />}
        </List.Item>
        <List.Item>
          {t('group.endsOn')} <DayEnd time={group.ends} zone={zone} />
        </List.Item>
      </List>
      <Frame group={group} />
    </Card>
  );
}
