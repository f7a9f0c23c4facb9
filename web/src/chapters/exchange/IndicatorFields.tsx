// What only an indicator says, in the form that corrects it: the value that it looks for, where it is one, and how long.
import { useQuery } from '@tanstack/react-query';

import { DayField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { indicatorsQuery } from './queries';

interface Props {
  id: string;
  /** The one that is said anew; empty where none is. */
  value: string;
  onValue: (value: string) => void;
  validUntil: string;
  onValidUntil: (day: string) => void;
}

export function IndicatorFields({ id, value, onValue, validUntil, onValidUntil }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(indicatorsQuery(id));
  const lines = data?.indicators.filter((line) => line.id === id) ?? [];
  const [only] = lines;
  return (
    <>
      {lines.length === 1 && only && only.kind !== '' && (
        <TextField
          label={t('exchange.anotherValue')}
          description={t('exchange.anotherValueHint', { value: only.value })}
          maxLength={20000}
          value={value}
          onChange={onValue}
        />
      )}
      <DayField label={t('exchange.validUntil')} value={validUntil} onChange={onValidUntil} />
    </>
  );
}
