// For a colleague of whoever has the seat's keybox: answers are prepared here, and leave as a file that the keybox alone opens. They stay in
// this tab until then, for there is no key on this device under which they could be kept.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { problemOf } from '../../acts/problems';
import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { download } from '../../components/download';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { logKeyQuery } from '../elections/shared';
import './answeringWords';
import type { Asks } from './asks';
import { placedIn } from './asks';
import { AskOne } from './AskOne';
import { keptOf } from './ownAnswers';
import type { Given } from './paper';
import { prepare, sealingKeyOf } from './prepared';
import { adoptedQuery } from './queries';
import { Review } from './Review';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function Preparing({ round, election }: Props) {
  const { t } = useTranslation();
  const { data: asks, error } = useQuery(adoptedQuery(election, round.paper));
  if (error) return <ProblemAlert problem={problemOf(error)} />;
  if (!asks) return <Text size="sm">{t('answering.checking')}</Text>;
  return <Prepared election={election} asks={asks} />;
}

function Prepared({ election, asks }: { election: ElectionPage; asks: Asks }) {
  const { t } = useTranslation();
  const placed = placedIn(asks);
  const [given, setGiven] = useState<Given>({});
  /** The question that is asked; behind the last, all are looked through. */
  const [at, setAt] = useState(0);
  const { problem, busy, isSaved, save } = useSaving(election);
  const answer = (names: readonly string[] | undefined, isDone: boolean) => {
    const id = placed[at]?.question.id ?? '';
    const others = Object.fromEntries(Object.entries(given).filter(([other]) => other !== id));
    setGiven(names === undefined ? others : { ...others, [id]: names });
    if (isDone) setAt(at + 1);
  };
  const go = (to: number) => setAt(Math.max(0, Math.min(to, placed.length)));
  return (
    <Stack gap="sm" data-testid="preparing">
      <Text size="sm">{t('answering.prepare.hint')}</Text>
      {at < placed.length ? (
        <AskOne asks={asks} placed={placed} at={at} given={given} last={{}} onAnswer={answer} onGo={go} />
      ) : (
        <Review
          {...{ placed, given, problem, busy }}
          open={0}
          action={t('answering.prepare.save')}
          onLast={() => undefined}
          onGo={go}
          onEncrypt={() => save(keptOf(given, placed))}
        />
      )}
      {isSaved && <Text role="status">{t('answering.prepare.saved')}</Text>}
    </Stack>
  );
}

function useSaving({ uuid, own_key: own }: ElectionPage) {
  const log = useQuery(logKeyQuery).data?.logKey;
  const [isSaved, setSaved] = useState(false);
  const { problem, busy, attempt } = useTry();
  const save = (answers: ReturnType<typeof keptOf>) =>
    void attempt(async () => {
      if (own?.key == null || log === undefined) return;
      const { organization, year, key } = own;
      const to = await sealingKeyOf({ organization, key });
      const file = prepare(to, { log, organization, year }, { format: 'ccop-answers-v1', election: uuid, answers });
      download(`prepared-answers-${uuid}.json`, file);
      setSaved(true);
    });
  return { problem, busy, isSaved, save };
}
