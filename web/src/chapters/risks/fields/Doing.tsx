// What is done about it, who agreed to that and until when, what is left then, and which items of the work-plan do it.
import { MultiSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import type { Schemas } from '../../../api/client';
import { DayEndField } from '../../../components/DayEnd';
import { LongTextField, TextField } from '../../../components/fields';
import { useTranslation } from '../../../locales/i18n';
import { itemsQuery } from '../../items/shared';
import { treatmentKinds } from '../vocabulary';
import { BandChoice } from './BandChoice';
import { Chosen } from './Chosen';
import { Part } from './Part';
import type { FieldsProps } from './props';

const most_items = 50;

export function Doing({ draft, onChange, bands, zone }: FieldsProps & { bands: Schemas['RiskBands']; zone: string }) {
  const { t } = useTranslation();
  const { treatment, residual } = draft;
  const treat = (change: Partial<typeof treatment>) => onChange({ treatment: { ...treatment, ...change } });
  const leave = (change: Partial<typeof residual>) => onChange({ residual: { ...residual, ...change } });
  return (
    <Part title={t('risk.treatment')}>
      <Chosen
        label={t('risk.way')}
        all={treatmentKinds}
        say={(one) => t(`risk.kind.${one}`)}
        value={treatment.kind}
        onChange={(kind) => treat({ kind })}
      />
      {treatment.kind !== '' && (
        <>
          <LongTextField
            required
            label={t('risk.how')}
            maxLength={2000}
            value={treatment.text}
            onChange={(text) => treat({ text })}
          />
          <TextField
            label={t('risk.agreedBy')}
            maxLength={300}
            value={treatment.agreedBy}
            onChange={(agreedBy) => treat({ agreedBy })}
          />
          <DayEndField
            zone={zone}
            label={t('riskForm.treatUntil')}
            value={treatment.until}
            onChange={(until) => treat({ until })}
          />
        </>
      )}
      {(treatment.kind !== '' || Object.values(residual).some(Boolean)) && (
        <>
          <Text size="sm" c="dimmed">
            {t('riskForm.residualHint')}
          </Text>
          <BandChoice
            bands={bands}
            labels={{ frequency: t('riskForm.residual.frequency'), impact: t('riskForm.residual.impact') }}
            value={residual}
            onChange={leave}
          />
          <LongTextField
            label={t('riskForm.residual.why')}
            maxLength={1000}
            value={residual.why}
            onChange={(why) => leave({ why })}
          />
        </>
      )}
      <Items value={draft.items} onChange={(items) => onChange({ items })} />
    </Part>
  );
}

function Items({ value, onChange }: { value: string[]; onChange: (items: string[]) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(itemsQuery);
  return (
    <MultiSelect
      searchable
      label={t('risk.items')}
      maxValues={most_items}
      limit={50}
      data={(data?.items ?? []).map(({ id, content }) => ({
        value: String(id),
        label: t('risk.numbered', { number: id, title: content?.title ?? t('erased') }),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
