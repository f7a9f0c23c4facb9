// What threatens, what it lives on, and how far this may travel.

import { LongTextField, TextField } from '../../../components/fields';
import { useTranslation } from '../../../locales/i18n';
import { markings, origins } from '../vocabulary';
import { Chosen } from './Chosen';
import { Part } from './Part';
import type { FieldsProps } from './props';

export function What({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Part title={t('risk.whatItIs')}>
      <TextField
        required
        data-autofocus
        label={t('riskForm.title')}
        description={t('riskForm.titleHint')}
        maxLength={300}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <Chosen
        required
        label={t('risk.originTitle')}
        all={origins}
        say={(one) => t(`risk.origin.${one}`)}
        value={draft.origin}
        onChange={(origin) => origin && onChange({ origin })}
      />
      <LongTextField
        required
        label={t('risk.threat')}
        description={t('riskForm.threatHint')}
        maxLength={2000}
        value={draft.threat}
        onChange={(threat) => onChange({ threat })}
      />
      <LongTextField
        label={t('risk.weakness')}
        description={t('riskForm.weaknessHint')}
        maxLength={2000}
        value={draft.weakness}
        onChange={(weakness) => onChange({ weakness })}
      />
      <Chosen
        required
        label={t('risk.markingTitle')}
        description={t('riskForm.markingHint')}
        all={markings}
        say={(one) => t(`risk.marking.${one}`)}
        value={draft.marking}
        onChange={(marking) => marking && onChange({ marking })}
      />
    </Part>
  );
}
