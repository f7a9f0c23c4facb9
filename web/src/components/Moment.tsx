// Asks for a time on a clock somewhere, so that it stands for one instant: an hour that does not exist there is refused, and of one that comes twice it
// asks which.
import type { TextInputProps } from '@mantine/core';
import { Radio, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { addWords, useTranslation } from '../locales/i18n';
import { MomentField } from './fields';
import { formatter, languageOf } from './formatters';
import words from './moment.en.json';
import { instantsOf, toLocal } from './time';

addWords(words);

export interface Moment {
  /** On the clock there, such as 2026-03-01T09:30. */
  local: string;
  /** The second time that the clock shows it, where it does so twice. */
  again?: boolean;
}

/** How a clock in that zone shows an instant. */
export function momentOf(time: Date, zone: string): Moment {
  const local = toLocal(time, zone);
  const [first] = instantsOf(local, zone);
  // Instants of fields have no seconds.
  return { local, again: first !== undefined && time.getTime() - first.getTime() >= 60_000 };
}

/** The instant that was meant; nothing where there is none. */
export function instantOf({ local, again }: Moment, zone: string): Date | undefined {
  const instants = instantsOf(local, zone);
  return instants[again ? instants.length - 1 : 0];
}

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  zone: string;
  field?: string;
  value: Moment;
  onChange: (value: Moment) => void;
};

export function MomentIn({ zone, value, onChange, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const instants = instantsOf(value.local, zone);
  const mistake = value.local !== '' && instants.length === 0 ? t('moment.skipped', { zone }) : '';
  // The form is not sent while this stands.
  useEffect(() => input.current?.setCustomValidity(mistake), [mistake]);
  const named = (time: Date) =>
    formatter(languageOf(i18n.language), {
      timeStyle: 'long',
      timeZone: zone,
    }).format(time);
  return (
    <>
      <MomentField
        {...rest}
        ref={input}
        value={value.local}
        {...(mistake ? { error: mistake } : {})}
        onChange={(local) => onChange({ local, again: false })}
      />
      {instants.length > 1 && (
        <Radio.Group
          label={t('moment.twice', { zone })}
          value={value.again ? 'again' : 'first'}
          onChange={(which) => onChange({ ...value, again: which === 'again' })}
        >
          <Stack gap="xs" mt="xs">
            {instants.map((time, i) => (
              <Radio
                key={time.getTime()}
                value={i === 0 ? 'first' : 'again'}
                label={t(i === 0 ? 'moment.first' : 'moment.again', { time: named(time) })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
