// Enters what the network or the committee above gave, with its letter (clause 7.1).
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { DayEndField, endOf } from '../../components/DayEnd';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import './words';

const nothing = { title: '', from: '', reference: '', letter: '', dated: '' };

export function DirectionForm({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(nothing);
  const of = (name: keyof typeof nothing) => ({
    value: said[name],
    onChange: (value: string) => setSaid({ ...said, [name]: value }),
  });
  const { title, from, reference, letter, dated } = said;
  const act = (): Act => ({
    words: t('words.receive-direction', { title, from }),
    command: (contents): Command => ({
      type: 'receive-direction',
      text: contents.add(
        JSON.stringify({ title, from, ...(reference ? { reference } : {}), ...(letter ? { letter } : {}) }),
      ),
      dated: endOf(dated, zone),
    }),
  });
  return (
    <ActForm label={t('direction.enter')} act={act} onDone={() => setSaid(nothing)}>
      <TextField required label={t('direction.title')} maxLength={300} {...of('title')} />
      <TextField required label={t('direction.from')} maxLength={200} {...of('from')} />
      <TextField label={t('direction.reference')} maxLength={100} {...of('reference')} />
      <DayEndField required zone={zone} label={t('direction.dated')} {...of('dated')} />
      <LongTextField label={t('direction.letter')} minRows={3} maxLength={20000} {...of('letter')} />
    </ActForm>
  );
}
