// What a reader may do with a motion beside voting on it.
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { OpenSilenceForm } from './OpenSilenceForm';
import { seenOf } from './wording';

type Motion = Schemas['Motion'];

export function MotionMoves({ motion, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  const { id, may, ballot } = motion;
  return (
    <Group>
      {may.includes('open-motion') && <OpenMove motion={motion} title={title} />}
      {may.includes('call-secret-ballot') && (
        <ActButton
          variant="default"
          words={t('words.call-secret-ballot', { title })}
          command={() => ({ type: 'call-secret-ballot', motion: id, seen: seenOf(motion) })}
        >
          {t('motion.callBallot')}
        </ActButton>
      )}
      {ballot !== null && (
        <Button variant="light" renderRoot={(props) => <Link to="/elections/$id" params={{ id: ballot }} {...props} />}>
          {t('motion.toBallot')}
        </Button>
      )}
      {may.includes('object-to-motion') && <ObjectForm motion={motion} title={title} />}
      {may.includes('request-recorded-vote') && (
        <ActButton variant="default" command={{ type: 'request-recorded-vote', motion: id }}>
          {t('motion.requestRecorded')}
        </ActButton>
      )}
      {may.includes('put-motion-to-vote') && (
        <ActButton
          words={t('words.put-motion-to-vote', { title })}
          command={() => ({ type: 'put-motion-to-vote', motion: id, seen: seenOf(motion) })}
        >
          {t('motion.putToVote')}
        </ActButton>
      )}
      {may.includes('close-motion') && <CloseMove motion={motion} title={title} />}
      {may.includes('withdraw-motion') && (
        <ActButton variant="subtle" command={() => ({ type: 'withdraw-motion', motion: id, seen: seenOf(motion) })}>
          {t('motion.withdraw')}
        </ActButton>
      )}
    </Group>
  );
}

/** Outside sessions a motion is opened as a silence procedure, which needs its deadline. */
function OpenMove({ motion, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  if (motion.session === null) return <OpenSilenceForm motion={motion} />;
  return (
    <ActButton
      words={t('words.open-motion', { title })}
      command={() => ({ type: 'open-motion', motion: motion.id, seen: seenOf(motion) })}
    >
      {t('motion.open')}
    </ActButton>
  );
}

/** Whoever closes it is told first who would have no vote then. */
function CloseMove({ motion: { id, voting }, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  const missing = voting?.missing ?? [];
  const organizations = [...missing].sort().join(', ');
  const warning = missing.length > 0 ? `. ${t('motion.closesWithout', { count: missing.length, organizations })}` : '';
  return (
    <ActButton
      variant="default"
      words={`${t('words.close-motion', { title })}${warning}`}
      command={{ type: 'close-motion', motion: id }}
    >
      {t('motion.close')}
    </ActButton>
  );
}

function ObjectForm({ motion, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  const draft = useDraft(`objection to ${motion.id}`, { reason: '' });
  const { reason } = draft.value;
  return (
    <ActForm
      label={t('motion.object')}
      color="red"
      onDone={draft.drop}
      act={() => ({
        words: t('words.object-to-motion', { title }),
        command: (contents): Command => ({
          type: 'object-to-motion',
          motion: motion.id,
          reason: contents.add(reason),
          seen: seenOf(motion),
        }),
      })}
    >
      <DraftNote draft={draft} />
      <LongTextField
        required
        label={t('reason')}
        description={t('motion.objectHint')}
        value={reason}
        onChange={(typed) => draft.change({ reason: typed })}
      />
    </ActForm>
  );
}
