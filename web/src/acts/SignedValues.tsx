// All that an act says, member by member: the words before it tell a person what it means, and these that it says nothing else; and the exact bytes for
// those who look.
import { Code, Spoiler } from '@mantine/core';

import { When } from '../components/When';
import { addWords, useTranslation } from '../locales/i18n';
import type { Value } from './message';
import { commandIn } from './message';
import words from './signed.en.json';

addWords(words);

interface Row {
  member: string;
  value: string | number | boolean;
}

const isTime = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

/** Each value under the name of its member; members of members likewise. */
function rowsOf(value: Value, member = ''): Row[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => rowsOf(item, member));
  if (typeof value === 'object') return Object.entries(value).flatMap(([name, inside]) => rowsOf(inside, name));
  return [{ member, value }];
}

export function SignedValues({ message }: { message: string }) {
  const { t } = useTranslation();
  const rows = rowsOf(commandIn(message));
  return (
    <>
      <dl className="signed" aria-label={t('act.values')}>
        {rows.map(({ member, value }, i) => (
          <div key={i}>
            <dt>{t(`signed.${member}`)}</dt>
            <dd>{typeof value === 'string' && isTime(value) ? <When time={value} /> : String(value)}</dd>
          </div>
        ))}
      </dl>
      <Spoiler maxHeight={0} showLabel={t('act.showBytes')} hideLabel={t('act.hideBytes')}>
        <Code block className="wrap">
          {message}
        </Code>
      </Spoiler>
    </>
  );
}
