// A choice among words that the catalogue has.
import { Select } from '@mantine/core';

interface Props<Of extends string> {
  label: string;
  description?: string;
  required?: boolean;
  all: readonly Of[];
  say: (one: Of) => string;
  /** Nothing is chosen where it is empty. */
  value: Of | '';
  /** Gets an empty one where it may be left out. */
  onChange: (value: Of | '') => void;
}

export function Chosen<Of extends string>({ all, say, value, onChange, required = false, ...rest }: Props<Of>) {
  return (
    <Select
      {...rest}
      required={required}
      clearable={!required}
      allowDeselect={!required}
      data={all.map((one) => ({ value: one, label: say(one) }))}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange((chosen ?? '') as Of | '')}
    />
  );
}
