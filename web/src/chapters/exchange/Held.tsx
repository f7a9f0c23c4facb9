// What an incident that is corrected holds: each value that was none can be dropped, and what was missing is recognised.
import { Group, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { Dropped, Recognised } from './Recognised';
import { RecognisedSign } from './RecognisedSign';

type Page = Schemas['ObjectPage'];

interface HeldValue {
  /** What a request calls it by. */
  id: string;
  value: string;
}

const techniques = ({ object }: Page): HeldValue[] => {
  const references: unknown = object['external_references'];
  return (Array.isArray(references) ? references : []).flatMap((one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    'source_name' in one &&
    one.source_name === 'mitre-attack' &&
    'external_id' in one &&
    typeof one.external_id === 'string'
      ? [{ id: one.external_id, value: one.external_id }]
      : [],
  );
};

/** What the same sharer brought with it: others' values are theirs to take back. */
const heldBy = (page: Page): HeldValue[] => [
  ...page.related
    .map(({ object }) => object)
    .filter(({ type, revoked, by }) => ['indicator', 'vulnerability'].includes(type) && !revoked && by === page.by)
    .map(({ id, title }) => ({ id, value: title })),
  ...techniques(page),
];

export interface NewValues {
  dropped: string[];
  signs: string;
  without: string[];
}
export const noNewValues: NewValues = { dropped: [], signs: '', without: [] };

/** As a request says it; nothing where nothing is new. */
export const toldOf = ({ dropped, signs, without }: NewValues) => ({
  ...(dropped.length > 0 ? { dropped } : {}),
  ...(signs.trim() !== '' ? { signs, ...(without.length > 0 ? { without } : {}) } : {}),
});

interface Props {
  page: Page;
  values: NewValues;
  onChange: (values: NewValues) => void;
}

export function Held({ page, values, onChange }: Props) {
  const { t } = useTranslation();
  const all = heldBy(page);
  const { dropped, signs, without } = values;
  const gone = all.filter(({ id }) => dropped.includes(id));
  return (
    <>
      {all.length > 0 && (
        <div role="group" aria-label={t('exchange.held')}>
          <Text size="sm" fw={500}>
            {t('exchange.held')}
          </Text>
          <Group gap={4}>
            {all
              .filter(({ id }) => !dropped.includes(id))
              .map(({ id, value }) => (
                <RecognisedSign
                  key={id}
                  value={value}
                  knownFor={undefined}
                  onDrop={() => {
                    onChange({ ...values, dropped: [...dropped, id] });
                  }}
                />
              ))}
          </Group>
          {gone.length > 0 && (
            <Dropped
              values={gone.map(({ value }) => value)}
              without={gone.map(({ value }) => value)}
              onWithout={(kept) => {
                onChange({ ...values, dropped: gone.filter(({ value }) => kept.includes(value)).map(({ id }) => id) });
              }}
            />
          )}
        </div>
      )}
      <LongTextField
        label={t('exchange.further')}
        description={t('exchange.signsHint')}
        maxLength={200000}
        maxRows={10}
        value={signs}
        onChange={(text) => {
          onChange({ ...values, signs: text });
        }}
      />
      <Recognised
        text={signs}
        onText={(text) => {
          onChange({ ...values, signs: text });
        }}
        without={without}
        onWithout={(left) => {
          onChange({ ...values, without: left });
        }}
      />
    </>
  );
}
