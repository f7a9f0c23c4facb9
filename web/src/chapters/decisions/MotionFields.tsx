// What forms that propose a motion have in common: its words, and whose information a release is about.
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { organizationsQuery } from '../membership/shared';
import { LongTextField, SelectField, TextField } from '../../components/fields';

export interface MotionWords {
  title: string;
  text: string;
}

interface WordsProps {
  minRows: number;
  value: MotionWords;
  onChange: (words: MotionWords) => void;
}

export function MotionWordsFields({ minRows, value, onChange }: WordsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        required
        field="title"
        label={t('motion.title')}
        maxLength={200}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
      />
      <LongTextField
        required
        field="text"
        label={t('motion.text')}
        minRows={minRows}
        maxLength={15000}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
      />
    </>
  );
}

interface SourceProps {
  required?: boolean;
  description?: string;
  value: string | null;
  onChange: (source: string | null) => void;
}

export function SourceSelect({ required = false, ...props }: SourceProps) {
  const { t } = useTranslation();
  const { data: directory } = useQuery(organizationsQuery);
  return (
    <SelectField
      field="source"
      required={required}
      clearable={!required}
      searchable
      label={t('motion.source')}
      data={(directory?.organizations ?? []).map((o) => ({ value: String(o.id), label: o.key }))}
      {...props}
    />
  );
}
