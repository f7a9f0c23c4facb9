// What came out of a round: the totals by set, who verified them, and where the reader stands among them.
import { Card, Group, Stack, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import type { Asks } from './asks';
import { Audits } from './Audits';
import { Exports } from './Exports';
import { ExposureLinks } from './ExposureLinks';
import { JointTables } from './JointTables';
import { countsOf } from './paper';
import { Position } from './Position';
import { asksQuery } from './queries';
import './resultWords';
import { SetResult } from './SetResult';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function ResultCard({ round, election }: Props) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('roundResult.title')} data-testid="round-result">
      <Stack>
        <Title order={2} size="h4">
          {t('roundResult.title')}
        </Title>
        <Query of={asksQuery(round)}>
          {(asks) => (
            <Safely>
              {asks ? <Totals round={round} election={election} asks={asks} /> : <Text>{t('erased')}</Text>}
            </Safely>
          )}
        </Query>
        <Audits round={round} election={election} />
        <Group gap="xs">
          <ExposureLinks to={['strategic', 'trend']} />
        </Group>
      </Stack>
    </Card>
  );
}

function Totals({ round, election, asks }: Props & { asks: Asks }) {
  const { t } = useTranslation();
  // Those of the election: it is them that the device verifies.
  const counted = countsOf(asks.questions, election.counts);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('roundResult.skipped')}
      </Text>
      {asks.asked.map((asked) => (
        <SetResult key={asked.set.id} asked={asked} paper={asks.paper} counts={counted.counts} />
      ))}
      <JointTables joint={counted.joint} />
      {election.own_key && <Position round={round} seat={election.own_key} asks={asks} counts={counted.counts} />}
      <Exports round={round} archive={election.archive} asks={asks} counted={counted} />
    </>
  );
}
