// Form fields that hold plain values: texts, days, moments, numbers.
import type { NumberInputProps, TextareaProps, TextInputProps } from '@mantine/core';
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';

type Holding<Value, Props> = Omit<Props, 'value' | 'onChange'> & { value: Value; onChange: (value: Value) => void };

export function TextField({ onChange, ...rest }: Holding<string, TextInputProps>) {
  return <TextInput {...rest} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export function LongTextField({ onChange, ...rest }: Holding<string, TextareaProps>) {
  return <Textarea autosize minRows={2} {...rest} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** A day, such as 2026-03-01. */
export function DayField(props: Holding<string, TextInputProps>) {
  return <TextField type="date" {...props} />;
}

/** A local date and time, such as 2026-03-01T09:30, in a zone that the form knows. */
export function MomentField(props: Holding<string, TextInputProps> & { ref?: Ref<HTMLInputElement> }) {
  return <TextField type="datetime-local" {...props} />;
}

export function NumberField({ onChange, ...rest }: Holding<number, NumberInputProps>) {
  return <NumberInput {...rest} onChange={(value) => onChange(Number(value))} />;
}
