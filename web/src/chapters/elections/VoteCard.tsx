// The voter's part, of whoever may cast a ballot or has cast one; nobody else is shown it, a trustee from outside the roll neither.
import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';
import { Tracker } from './Tracker';

const Booth = lazy(() => import('./Booth').then((its) => ({ default: its.Booth })));
const MadeElsewhere = lazy(() => import('./MadeElsewhere').then((its) => ({ default: its.MadeElsewhere })));

export function VoteCard({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  const [again, setAgain] = useState(false);
  const mayVote = election.may.includes('cast-ballot');
  if (!mayVote && !election.my_tracker) return <NotOnRoll election={election} />;
  return (
    <Card withBorder component="section" aria-label={t('vote.title')} data-testid="vote">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('vote.title')}
        </Title>
        {election.my_tracker && (
          <Alert color="green" title={t('vote.cast')}>
            <Tracker tracker={election.my_tracker} />
            <Text size="sm">{t('vote.castHint')}</Text>
          </Alert>
        )}
        {mayVote && election.my_tracker && !again && (
          <Group>
            <Button variant="light" onClick={() => setAgain(true)}>
              {t('vote.again')}
            </Button>
          </Group>
        )}
        {mayVote && (!election.my_tracker || again) && <Ways election={election} onCast={() => setAgain(false)} />}
      </Stack>
    </Card>
  );
}

/** Who speaks for a Member, and might look for the ballot, reads why there is none. */
function NotOnRoll({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  if (election.stage !== 'voting' || !election.own_key) return null;
  return <Text>{t('vote.notOnRoll')}</Text>;
}

/** On this page, or with a program of one's own, which is given neither the keybox nor the vote. */
function Ways({ election, onCast }: { election: ElectionPage; onCast: () => void }) {
  const { t } = useTranslation();
  const [elsewhere, setElsewhere] = useState(false);
  return (
    <>
      <Suspense fallback={null}>
        {elsewhere ? (
          <MadeElsewhere election={election} onCast={onCast} />
        ) : (
          <Booth election={election} onCast={onCast} />
        )}
      </Suspense>
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setElsewhere(!elsewhere)}>
          {t(elsewhere ? 'vote.elsewhere.here' : 'vote.elsewhere.there')}
        </Button>
      </Group>
    </>
  );
}
