// What is said of a question set as a whole: its name, its version, how often it is asked, and whose its texts are.
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import { LongTextField, NumberField, TextField } from '../../components/fields';
import type { HeadFault, SetHead } from './setDryRun';
import { faultsOfHead } from './setDryRun';

interface Props {
  head: SetHead;
  /** The version that would be new. */
  least: number;
  onChange: (head: SetHead) => void;
}

const rhythms = ['yearly', 'quarterly'] as const;

export function SetHeadFields({ head, least, onChange }: Props) {
  const { t } = useTranslation();
  const faults = faultsOfHead(head, least);
  /** What is still empty needs no complaint. */
  const wrong = (fault: HeadFault, said: string) =>
    said !== '' && faults.includes(fault) ? t(`bring.head.fault.${fault}`, { least }) : undefined;
  const change = (more: Partial<SetHead>) => onChange({ ...head, ...more });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField
          required
          label={t('bring.head.title')}
          value={head.title}
          error={wrong('title', head.title)}
          onChange={(title) => change({ title })}
        />
        <TextField
          required
          label={t('bring.head.name')}
          description={t('bring.head.nameHint')}
          value={head.id}
          error={wrong('name', head.id)}
          onChange={(id) => change({ id })}
        />
        <NumberField
          required
          label={t('bring.head.version')}
          min={least}
          value={head.version}
          error={wrong('version', String(head.version))}
          onChange={(version) => change({ version })}
        />
        <Select
          required
          allowDeselect={false}
          label={t('exposure.column.rhythm')}
          data={rhythms.map((value) => ({ value, label: t(`exposure.set.${value}`) }))}
          value={head.rhythm}
          onChange={(rhythm) => change({ rhythm: rhythm === 'quarterly' ? 'quarterly' : 'yearly' })}
        />
      </SimpleGrid>
      <LongTextField
        required
        label={t('bring.head.rights')}
        description={t('bring.head.rightsHint')}
        value={head.rights}
        error={wrong('rights', head.rights)}
        onChange={(rights) => change({ rights })}
      />
      <LongTextField
        required
        label={t('bring.head.credit')}
        value={head.credit}
        error={wrong('credit', head.credit)}
        onChange={(credit) => change({ credit })}
      />
    </>
  );
}
