// The part of whoever answers for a seat: nobody else is shown it.
import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { Tracker } from '../elections/shared';
import { Pledge } from './Pledge';

const Answering = lazy(() => import('./Answering').then((its) => ({ default: its.Answering })));

const Preparing = lazy(() => import('./Preparing').then((its) => ({ default: its.Preparing })));
const Elsewhere = lazy(() => import('./Elsewhere').then((its) => ({ default: its.Elsewhere })));

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function AnswerCard({ round, election }: Props) {
  const { t } = useTranslation();
  const mayCast = election.may.includes('cast-ballot');
  // What is begun is brought to its end, also once the ballot is there, for then the answers are still to be kept.
  const [isOpen, setOpen] = useState(election.my_tracker === null);
  if (!mayCast && !election.my_tracker) return <NotAsked election={election} />;
  const tracker = isOpen && mayCast ? null : election.my_tracker;
  return (
    <>
      <Card withBorder component="section" aria-label={t('exposure.answers.title')} data-testid="answers">
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('exposure.answers.title')}
          </Title>
          {tracker && (
            <Alert color="green" title={t('exposure.answers.cast')}>
              <Tracker tracker={tracker} />
              <Text size="sm">
                {t('exposure.answers.castHint')} {mayCast && t('exposure.answers.againHint')}
              </Text>
            </Alert>
          )}
          {mayCast && !isOpen && (
            <Group>
              <Button variant="light" onClick={() => setOpen(true)}>
                {t('exposure.answers.again')}
              </Button>
            </Group>
          )}
          {mayCast && isOpen && <Ways round={round} election={election} onDone={() => setOpen(false)} />}
        </Stack>
      </Card>
      {mayCast && isOpen && <Pledge least={election.least_ballots} />}
    </>
  );
}

const ways = ['here', 'elsewhere', 'prepare'] as const;
type Way = (typeof ways)[number];

/** On this page, with a program of one's own, which is given neither the keybox nor the answers, or for a colleague who has the keybox. */
function Ways({ round, election, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('here');
  return (
    <>
      <Suspense fallback={null}>
        {way === 'here' && <Answering key={election.setup} round={round} election={election} onDone={onDone} />}
        {way === 'elsewhere' && <Elsewhere round={round} election={election} onDone={onDone} />}
        {way === 'prepare' && <Preparing key={election.setup} round={round} election={election} />}
      </Suspense>
      <Group>
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Button key={other} variant="subtle" size="compact-sm" onClick={() => setWay(other)}>
              {t(`exposure.answers.${other}`)}
            </Button>
          ))}
      </Group>
    </>
  );
}

/** Who speaks for an organization, and might look for the questions, reads why there are none. */
function NotAsked({ election }: { election: ElectionPage }) {
  const { t } = useTranslation();
  if (election.stage !== 'voting' || !election.own_key) return null;
  return <Text>{t('exposure.answers.notAsked')}</Text>;
}
