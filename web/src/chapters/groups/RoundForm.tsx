// Asks all Leads how their groups stand (clauses 3.8 and 6.7).
import { Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { DayEndField, endOf } from '../../components/DayEnd';
import { useTranslation } from '../../locales/i18n';
import { WhoIsWritten } from '../mail/shared';

export function RoundForm({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const [by, setBy] = useState('');
  const command = (): Command => ({ type: 'open-status-round', answers_by: endOf(by, zone) });
  return (
    <ActForm label={t('workPlan.openRound')} act={() => ({ words: '', command })}>
      <Text size="sm">{t('workPlan.roundHint')}</Text>
      <DayEndField required zone={zone} label={t('workPlan.answersBy')} value={by} onChange={setBy} />
      <WhoIsWritten command={by ? command() : undefined} />
    </ActForm>
  );
}
