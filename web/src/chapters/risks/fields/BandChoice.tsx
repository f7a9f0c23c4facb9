// A band of frequency and one of impact, each with its written limits.
import { useTranslation } from '../../../locales/i18n';

import type { Schemas } from '../../../api/client';
import { Chosen } from './Chosen';

interface Value {
  frequency: string;
  impact: string;
}

interface Props {
  bands: Schemas['RiskBands'];
  labels: { frequency: string; impact: string };
  value: Value;
  onChange: (change: Partial<Value>) => void;
}

export function BandChoice({ bands, labels, value, onChange }: Props) {
  const { t } = useTranslation();
  const numbers = (all: string[]) => all.map((_, i) => String(i + 1));
  return (
    <>
      {(['frequency', 'impact'] as const).map((name) => (
        <Chosen
          key={name}
          label={labels[name]}
          all={numbers(bands[name])}
          say={(number) => t('riskForm.band', { number, band: bands[name][Number(number) - 1] ?? '' })}
          value={value[name]}
          onChange={(chosen) => onChange({ [name]: chosen })}
        />
      ))}
    </>
  );
}
