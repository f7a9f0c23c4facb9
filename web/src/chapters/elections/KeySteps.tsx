// What a trustee reads while the key is made: what the step does, why, what comes next, and who is still awaited.
import { Stack, Stepper, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from './standing';

/** What is made in each: every trustee's certificate, then the parts for the others, then the own key. */
const steps = ['certificate', 'parts', 'key'] as const;

interface Props {
  election: ElectionPage;
  work: Schemas['TrusteeWork'];
}

export function KeySteps({ election, work }: Props) {
  const { t } = useTranslation();
  const isDone = work.rounds > election.rounds_done || work.rounds === steps.length;
  return (
    <Stack gap="sm">
      <Stepper active={work.rounds} size="xs">
        {steps.map((step) => (
          <Stepper.Step key={step} label={t('elections.trustee.step', { step: steps.indexOf(step) + 1 })} />
        ))}
      </Stepper>
      {isDone ? <Done election={election} work={work} /> : <ToDo election={election} work={work} />}
    </Stack>
  );
}

/** A round opens by its date, and in no session. */
const nextOf = ({ round }: ElectionPage, step: (typeof steps)[number]) =>
  step === 'key' && round != null ? 'elections.trustee.nextOfRound' : (`elections.trustee.next.${step}` as const);

function ToDo({ election, work }: Props) {
  const { t } = useTranslation();
  const step = steps[election.rounds_done];
  if (step === undefined) return null;
  // Whoever's turn it is may do the step, unless a candidacy or an office has come in between.
  if (!election.may.includes('post-key-message')) return <Text>{t('elections.trustee.barred')}</Text>;
  return (
    <>
      <Text fw={600}>
        {t('elections.trustee.stepNow', { step: work.rounds + 1, what: t(`elections.trustee.what.${step}`) })}
      </Text>
      <Text>{t(`elections.trustee.does.${step}`)}</Text>
      <Text>{t(`elections.trustee.why.${step}`, { needed: election.trustees_needed, count: work.size })}</Text>
      <Text>{t(nextOf(election, step))}</Text>
      <Awaited election={election} except={work.number} none={t('elections.trustee.yoursIsLast')} />
    </>
  );
}

function Done({ election, work }: Props) {
  const { t } = useTranslation();
  const step = steps[work.rounds - 1];
  if (step === undefined) return null;
  if (election.rounds_done === steps.length) return <Text>{t('elections.trustee.keep')}</Text>;
  return (
    <>
      <Text>{t('elections.trustee.stepDone', { step: work.rounds })}</Text>
      <Text>{t(nextOf(election, step))}</Text>
      <Awaited election={election} except={work.number} />
      <Text>{t(step === 'key' ? 'elections.trustee.keep' : 'elections.trustee.wait')}</Text>
    </>
  );
}

/** The trustees who have not done the step that is under way, but for one; by number, from 1. */
function Awaited({ election, except, none }: { election: ElectionPage; except: number; none?: string }) {
  const { t } = useTranslation();
  const names = election.trustees
    .filter(({ rounds }, i) => rounds === election.rounds_done && i + 1 !== except)
    .map(({ person }) => person.name ?? t('erased'));
  const said = names.length === 0 ? none : t('elections.trustee.awaited', { names: names.join(', ') });
  return said === undefined ? null : <Text c="dimmed">{said}</Text>;
}
