// What it hangs on elsewhere, by ids.

import { TextField } from '../../../components/fields';
import { useTranslation } from '../../../locales/i18n';
import { Part } from './Part';
import type { FieldsProps } from './props';

export function Tying({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Part title={t('risk.ties')}>
      {(['outcomes', 'incidents', 'techniques'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`risk.${name}`)}
          description={t(`riskForm.${name}Hint`)}
          maxLength={6000}
          value={draft[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </Part>
  );
}
