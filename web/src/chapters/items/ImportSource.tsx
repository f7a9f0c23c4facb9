// Where a table comes from: pasted, or out of a file.
import { FileInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { LongTextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import type { Encoding } from '../../components/csv';
import { decoded, isWorkbook } from '../../components/csv';

/** More is no list of items. */
const mostBytes = 2_000_000;

interface Props {
  text: string;
  onChange: (text: string) => void;
}

export function Source({ text, onChange }: Props) {
  const { t } = useTranslation();
  const [encoding, setEncoding] = useState<Encoding>();
  const [fault, setFault] = useState<'tooLarge' | 'workbook'>();
  const take = async (file: File | null) => {
    if (!file) return;
    setFault(file.size > mostBytes ? 'tooLarge' : undefined);
    if (file.size > mostBytes) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isWorkbook(bytes)) {
      setFault('workbook');
      return;
    }
    const read = decoded(bytes);
    setEncoding(read.encoding);
    onChange(read.text);
  };
  const paste = (pasted: string) => {
    setEncoding(undefined);
    onChange(pasted);
  };
  return (
    <Stack gap="xs">
      <FileInput
        label={t('import.file')}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        error={fault && t(`import.${fault}`)}
        onChange={(file) => void take(file)}
      />
      <LongTextField
        label={t('import.paste')}
        minRows={4}
        maxRows={10}
        value={text}
        onChange={paste}
        spellCheck={false}
      />
      {encoding && <Text size="sm">{t(`import.encoding.${encoding}`)}</Text>}
    </Stack>
  );
}
