// Enters what the network or the committee above gave, with its letter (clause 7.1).
import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import { DayEndField, endOf } from '../../components/DayEnd';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import './words';

const nothing = { title: '', from: '', reference: '', letter: '', dated: '' };

export function DirectionForm({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const draft = useDraft('direction', nothing);
  const said = draft.value;
  const of = (name: keyof typeof nothing) => ({
    value: said[name],
    onChange: (value: string) => draft.change({ [name]: value }),
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
    <ActForm label={t('direction.enter')} act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <TextField required label={t('direction.title')} maxLength={300} {...of('title')} />
      <TextField required label={t('direction.from')} maxLength={200} {...of('from')} />
      <TextField label={t('direction.reference')} maxLength={100} {...of('reference')} />
      <DayEndField required zone={zone} label={t('direction.dated')} {...of('dated')} />
      <LongTextField label={t('direction.letter')} minRows={3} maxLength={20000} {...of('letter')} />
    </ActForm>
  );
}
