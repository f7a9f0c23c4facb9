// How far a group is, and how it stands: said in the same way wherever it is shown.
import { Badge, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { statusOf } from './status';
import './words';

type Row = Schemas['GroupRow'];
type Standing = Schemas['GroupStanding'];

/** Not green, which is for what its Lead said. */
const stateColors: Partial<Record<Row['state'], string>> = { 'in-formation': 'ocean', active: 'ocean' };
const standingColors: Record<Standing, string> = { 'as-planned': 'green', late: 'yellow', blocked: 'red' };

export function GroupBadge({ group: { state, ending } }: { group: Pick<Row, 'state' | 'ending'> }) {
  const { t } = useTranslation();
  return (
    <Badge tt="none" variant="light" color={stateColors[state] ?? 'gray'} className="whole">
      {state === 'ended' && ending ? t(`group.ending.${ending}`) : t(`group.state.${state}`)}
    </Badge>
  );
}

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <Badge tt="none" variant="light" color={standingColors[standing]} className="whole">
      {t(`group.standing.${standing}`)}
    </Badge>
  );
}

/** What its Lead said last, and where it was asked since and said nothing, that. */
export function StatusCell({ group, round }: { group: Row; round: Schemas['StatusRound'] | null }) {
  const { t } = useTranslation();
  const status = statusOf(group, round);
  if (!status) return null;
  if (status.kind === 'not-asked')
    return (
      <Text size="sm" c="dimmed">
        {t('group.notAsked')}
      </Text>
    );
  if (status.kind === 'reported')
    return (
      <>
        <StandingBadge standing={status.report.standing} /> <Line report={status.report} />
      </>
    );
  return (
    <>
      <Badge tt="none" variant="light" color="orange" className="badge-of-lines" data-testid="no-answer">
        {t('group.noAnswer')} <When time={status.since} dateOnly />
      </Badge>
      {status.before && (
        <Text size="sm" c="dimmed" component="div">
          {t('group.saidBefore', { standing: t(`group.standing.${status.before.standing}`) })}{' '}
          <Line report={status.before} />
        </Text>
      )}
    </>
  );
}

function Line({ report }: { report: Schemas['StatusReport'] }) {
  const { t } = useTranslation();
  return (
    <Text span size="sm" className="breakable">
      {report.line ?? t('erased')}{' '}
      <Text span c="dimmed" size="sm">
        <When time={report.at} dateOnly />
      </Text>
    </Text>
  );
}

/** Who leads; of a group that has nobody, since when, and who keeps it together. */
export function LeadWords({ group }: { group: Row }) {
  const { t } = useTranslation();
  if (group.lead) return <>{group.lead}</>;
  if (!group.without_lead_since)
    return (
      <Text span size="sm" c="dimmed">
        {t(group.over_at ? 'group.noLead' : 'group.noLeadYet')}
      </Text>
    );
  return (
    <Text span size="sm" data-testid="no-lead">
      {t('group.noLeadSince')} <When time={group.without_lead_since} dateOnly />
      {group.convener && ` · ${t('group.keptBy', { organization: group.convener })}`}
    </Text>
  );
}
