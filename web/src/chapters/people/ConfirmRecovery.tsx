// At the desk of the Secretary and the co-Chairs: confirms that somebody lost all passkeys, by the code that the person told.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Task } from '../chapter';

export function ConfirmRecovery({ task: { about } }: { task: Task }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { person, code } = about;
  if (person === undefined) return null;
  const confirm = () =>
    perform({
      words: t('words.confirm-recovery', { name: about.title ?? '', code }),
      command: (): Command => ({ type: 'confirm-recovery', person }),
    });
  return <Button onClick={() => void confirm()}>{t('desk.confirm')}</Button>;
}
