// At the desk of the Secretary and the co-Chairs: confirms that somebody lost all passkeys. Whoever confirms types the words that the
// person says; they are shown nowhere here, so nobody confirms without having spoken with the person.
import { Alert, Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { areTyped, recoveryCode, unknownWords } from '../../acts/recoveryCode';
import type { Shown } from '../../acts/seen';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import { TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';
import type { Task } from '../chapter';
import { seenPerson } from './usePersonNamed';

interface Asked {
  person: number;
  name: string;
  linkKey: string;
  wording: Shown;
}

export function ConfirmRecovery({ task: { about } }: { task: Task }) {
  const { person, title, link_key: linkKey, wording } = about;
  if (person === undefined || linkKey === undefined || wording === undefined) return null;
  return <ConfirmForm person={person} name={title ?? ''} linkKey={linkKey} wording={wording} />;
}

function ConfirmForm({ person, name, linkKey, wording }: Asked) {
  const { t } = useTranslation();
  const perform = useAct();
  const { problem, attempt } = useTry();
  const [typed, setTyped] = useState('');
  /** A slip is told apart from the words of another request. */
  const [wrong, setWrong] = useState<{ slip: string } | 'other'>();
  const type = (text: string) => {
    setTyped(text);
    setWrong(undefined);
  };
  const confirm = async () => {
    let done = false;
    await attempt(async () => {
      const { logKey } = await checkedHead();
      const words = recoveryCode(logKey, linkKey);
      if (!areTyped(words, typed)) {
        const [slip] = unknownWords(typed);
        return setWrong(slip === undefined ? 'other' : { slip });
      }
      const receipt = await perform({
        words: t('words.confirm-recovery', { name, code: words.join(' ') }),
        command: (): Command => ({
          type: 'confirm-recovery',
          person,
          link_key: linkKey,
          seen: seenPerson(wording, { name }),
        }),
      });
      done = receipt !== undefined;
    });
    return done;
  };
  return (
    <FormModal label={t('desk.confirm')} onOpen={() => type('')} onSubmit={confirm}>
      <Text>{t('desk.recoveryHint', { name })}</Text>
      <TextField
        required
        label={t('desk.recoveryWords')}
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={typed}
        error={typeof wrong === 'object' && t('desk.recoveryUnknown', { word: wrong.slip })}
        onChange={type}
      />
      {wrong === 'other' && (
        <Alert color="red" role="alert">
          {t('desk.recoveryOther')}
        </Alert>
      )}
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
