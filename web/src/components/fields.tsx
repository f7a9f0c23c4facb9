// Form fields that hold plain values: texts, days, moments, numbers, one of several. `field` is the JSON name of what they hold: what is
// refused of it is told there.
import type { NumberInputProps, SelectProps, TextareaProps, TextInputProps } from '@mantine/core';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';

import { useRefusedAt } from './refusedField';

interface Named {
  field?: string;
}
type Holding<Value, Props> = Omit<Props, 'value' | 'onChange'> & { value: Value; onChange: (value: Value) => void };

export function TextField({ onChange, field, ...rest }: Holding<string, TextInputProps> & Named) {
  const at = useRefusedAt();
  return <TextInput {...at(field)} {...rest} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export function LongTextField({ onChange, field, ...rest }: Holding<string, TextareaProps> & Named) {
  const at = useRefusedAt();
  return (
    <Textarea autosize minRows={2} {...at(field)} {...rest} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

/** A day, such as 2026-03-01. */
export function DayField(props: Holding<string, TextInputProps> & Named) {
  return <TextField type="date" {...props} />;
}

/** A local date and time, such as 2026-03-01T09:30, in a zone that the form knows. */
export function MomentField(props: Holding<string, TextInputProps> & Named & { ref?: Ref<HTMLInputElement> }) {
  return <TextField type="datetime-local" {...props} />;
}

export function NumberField({ onChange, field, ...rest }: Holding<number, NumberInputProps> & Named) {
  const at = useRefusedAt();
  return <NumberInput {...at(field)} {...rest} onChange={(value) => onChange(Number(value))} />;
}

export function SelectField({ field, ...rest }: SelectProps & Named) {
  const at = useRefusedAt();
  return <Select {...at(field)} {...rest} />;
}
