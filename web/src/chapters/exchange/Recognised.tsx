// What was recognised in a text: each value can be left out, and one that was not recognised can be said.
import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { recognisedQuery } from './queries';
import { RecognisedSign } from './RecognisedSign';

const typeDelay = 300;
const most = 200;

/** The labels by which the host knows what a value is. */
const kinds = ['IP', 'domain', 'URL', 'email', 'MD5', 'SHA1', 'SHA256', 'SHA512', 'CVE', 'file'] as const;

interface Props {
  text: string;
  onText: (text: string) => void;
  without: string[];
  onWithout: (values: string[]) => void;
}

export function Recognised({ text, onText, without, onWithout }: Props) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(text, typeDelay);
  const { data } = useQuery(recognisedQuery(settled));
  const isEmpty = settled.trim() === '';
  const kept = data?.signs.filter(({ value }) => !without.includes(value)) ?? [];
  const dropped = data?.signs.filter(({ value }) => without.includes(value)) ?? [];
  return (
    <>
      {!isEmpty && data && (
        <div role="status">
          <Text size="sm" mb={4}>
            {kept.length === 0 ? t('exchange.nothingRecognised') : t('exchange.recognised', { count: kept.length })}
          </Text>
          <Group gap={4}>
            {kept.slice(0, most).map(({ kind, value, known_for }) => (
              <RecognisedSign
                key={kind + value}
                value={value}
                knownFor={known_for}
                onDrop={() => onWithout([...without, value])}
              />
            ))}
          </Group>
          {kept.length > most && <Text size="sm">{t('exchange.andMore', { count: kept.length - most })}</Text>}
          {dropped.length > 0 && <Dropped values={dropped.map(({ value }) => value)} {...{ without, onWithout }} />}
          {data.left_out.length > 0 && (
            <Text size="sm" mt={4}>
              {t('exchange.meansItself', { values: data.left_out.map(({ value }) => value).join(', ') })}
            </Text>
          )}
        </div>
      )}
      <AddValue onAdd={(line) => onText(text === '' ? line : `${text}\n${line}`)} />
    </>
  );
}

export function Dropped({
  values,
  without,
  onWithout,
}: {
  values: string[];
  without: string[];
  onWithout: (values: string[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Group gap={4} mt={4}>
      <Text size="sm">{t('exchange.dropped')}</Text>
      {values.map((value) => (
        <Button
          key={value}
          size="compact-xs"
          variant="default"
          aria-label={t('exchange.putBack', { value })}
          onClick={() => onWithout(without.filter((one) => one !== value))}
        >
          <s className="as-written">{value}</s>
        </Button>
      ))}
    </Group>
  );
}

/** A value with its kind becomes a line of the text, where it is recognised as every other. */
function AddValue({ onAdd }: { onAdd: (line: string) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<string>('domain');
  const [value, setValue] = useState('');
  const add = () => {
    if (value.trim() === '') return;
    onAdd(`${kind}: ${value.trim()}`);
    setValue('');
  };
  return (
    <Group align="end" wrap="nowrap">
      <Select
        allowDeselect={false}
        w={110}
        label={t('exchange.kind')}
        data={[...kinds]}
        value={kind}
        onChange={(chosen) => chosen && setKind(chosen)}
      />
      <TextField flex={1} label={t('exchange.anotherValue')} value={value} onChange={setValue} />
      <Button variant="default" onClick={add}>
        {t('exchange.add')}
      </Button>
    </Group>
  );
}
