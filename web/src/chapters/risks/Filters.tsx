// Chooses which risks are shown.
import { Button, Group, Select } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { Filter, ShownState } from './filter';
import { shownStates } from './filter';
import { bandName } from './Standing';
import type { Marking, Origin } from './vocabulary';
import { markings, origins } from './vocabulary';

interface Props {
  risks: Schemas['RiskRow'][];
  bands: Schemas['RiskBands'];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function Filters({ risks, bands, filter, onChange }: Props) {
  const { t } = useTranslation();
  const { state = 'open', origin, owner, marking, frequency, impact } = filter;
  const choose = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  const owners = [...new Set([...risks.map((risk) => risk.owner), owner])].filter(
    (one): one is string => typeof one === 'string',
  );
  return (
    <Group align="flex-end" role="search" aria-label={t('risk.filter')} className="no-print">
      <Select
        label={t('risk.column.state')}
        allowDeselect={false}
        data={shownStates.map((value) => ({ value, label: t(`risk.shownState.${value}`) }))}
        value={state}
        onChange={(value) => choose({ state: value === 'open' ? undefined : (value as Exclude<ShownState, 'open'>) })}
      />
      <Select
        label={t('risk.originTitle')}
        clearable
        placeholder={t('risk.any')}
        data={origins.map((value) => ({ value, label: t(`risk.origin.${value}`) }))}
        value={origin ?? null}
        onChange={(value) => choose({ origin: (value as Origin | null) ?? undefined })}
      />
      <Select
        label={t('risk.column.owner')}
        clearable
        searchable
        placeholder={t('risk.any')}
        data={owners.sort()}
        value={owner ?? null}
        onChange={(value) => choose({ owner: value ?? undefined })}
      />
      <Select
        label={t('risk.markingTitle')}
        clearable
        placeholder={t('risk.any')}
        data={markings.map((value) => ({ value, label: t(`risk.marking.${value}`) }))}
        value={marking ?? null}
        onChange={(value) => choose({ marking: (value as Marking | null) ?? undefined })}
      />
      {frequency && impact && (
        <Button variant="light" size="sm" onClick={() => choose({ frequency: undefined, impact: undefined })}>
          {t('risk.notOnlyCell', {
            often: bandName(bands.frequency[frequency - 1]),
            bad: bandName(bands.impact[impact - 1]),
          })}
        </Button>
      )}
    </Group>
  );
}
