// An act for which whoever does it gives a reason.
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

interface Props {
  label: string;
  size?: string;
  variant?: string;
  words: string;
  /** Of the reason's hash. */
  command: (reason: string) => Command;
}

export function ReasonForm({ words, command, variant = 'default', ...form }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      {...form}
      variant={variant}
      act={() => ({ words, command: (contents): Command => command(contents.add(reason)) })}
    >
      <LongTextField required label={t('reason')} maxLength={2000} value={reason} onChange={setReason} />
    </ActForm>
  );
}
