// How often and how bad, in bands and, where somebody can say so, in ranges; and how sure one is.
import { Group, NumberInput, Text } from '@mantine/core';

import type { Schemas } from '../../../api/client';
import { useTranslation } from '../../../locales/i18n';
import type { Draft } from '../draft';
import { confidences } from '../vocabulary';
import { BandChoice } from './BandChoice';
import { Chosen } from './Chosen';
import { Part } from './Part';
import type { FieldsProps } from './props';

const largest = 1_000_000_000;

export function Happening({ draft, onChange, bands }: FieldsProps & { bands: Schemas['RiskBands'] }) {
  const { t } = useTranslation();
  return (
    <Part title={t('risk.rating')}>
      <Text size="sm" c="dimmed">
        {t('riskForm.bandsHint')}
      </Text>
      <BandChoice
        bands={bands}
        labels={{ frequency: t('risk.scale.often'), impact: t('risk.scale.bad') }}
        value={draft.bands}
        onChange={(change) => onChange({ bands: { ...draft.bands, ...change } })}
      />
      <Chosen
        required
        label={t('risk.confidenceTitle')}
        all={confidences}
        say={(one) => t(`risk.confidence.${one}`)}
        value={draft.confidence}
        onChange={(confidence) => confidence && onChange({ confidence })}
      />
      <Text size="sm" c="dimmed">
        {t('riskForm.rangesHint')}
      </Text>
      <Ends of="times" value={draft.times} onChange={(times) => onChange({ times })} />
      <Ends of="loss" value={draft.loss} onChange={(loss) => onChange({ loss })} />
    </Part>
  );
}

interface EndsProps {
  of: 'times' | 'loss';
  value: Draft['times'];
  onChange: (value: Draft['times']) => void;
}

function Ends({ of, value, onChange }: EndsProps) {
  const { t } = useTranslation();
  return (
    <Group grow align="flex-end">
      {(['least', 'most'] as const).map((end) => (
        <NumberInput
          key={end}
          label={t(`riskForm.${of}.${end}`)}
          min={0}
          max={largest}
          allowDecimal={false}
          allowNegative={false}
          value={value[end]}
          onChange={(number) => onChange({ ...value, [end]: String(number) })}
        />
      ))}
    </Group>
  );
}
