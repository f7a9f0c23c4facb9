// Correcting what one shared: other words, another marking, another end. What is there stays as a version before this one.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { LongTextField, TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { secretFor } from './editSecrets';
import type { NewValues } from './Held';
import { Held, noNewValues, toldOf } from './Held';
import { IndicatorFields } from './IndicatorFields';
import { MarkingSelect } from './Marking';
import { Recipients } from './Recipients';
import { isStory } from './search';
import { useSend } from './useSend';

type Page = Schemas['ObjectPage'];

const said = (object: Page['object'], name: string) => (typeof object[name] === 'string' ? object[name] : '');

const wordsOf = ({ object }: Page) => ({
  name: said(object, 'name'),
  description: said(object, 'description'),
  found_by: said(object, 'x_ccop_found_by'),
  helped: said(object, 'x_ccop_helped'),
  valid_until: said(object, 'valid_until').slice(0, 10),
  value: '',
});
type Words = ReturnType<typeof wordsOf>;

/** Only what is said anew. */
function changesOf(before: Words, { valid_until, ...words }: Words) {
  return {
    ...Object.fromEntries(
      (Object.keys(words) as (keyof typeof words)[])
        .filter((name) => words[name] !== before[name])
        .map((name) => [name, words[name]]),
    ),
    ...(valid_until && valid_until !== before.valid_until
      ? { valid_until: new Date(`${valid_until}T23:59:59`).toISOString() }
      : {}),
  };
}

export function Correct({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const [words, setWords] = useState(() => wordsOf(page));
  const [marking, setMarking] = useState(page.marking);
  const [recipients, setRecipients] = useState<string[]>([]);
  const [withParts, setWithParts] = useState(true);
  const [values, setValues] = useState(noNewValues);
  const set = (name: keyof Words) => (value: string) => setWords((now) => ({ ...now, [name]: value }));
  const isMarkedAnew = marking !== page.marking;
  const begin = () => {
    setWords(wordsOf(page));
    setMarking(page.marking);
    setRecipients([]);
    setValues(noNewValues);
  };
  const submit = async () =>
    (await send(
      api.POST('/api/exchange/changes', {
        body: {
          id: page.id,
          ...changesOf(wordsOf(page), words),
          ...toldOf(values),
          ...(isMarkedAnew ? { marking, with_parts: withParts } : {}),
          ...(isMarkedAnew && marking === 'red' ? { recipients: recipients.map(Number) } : {}),
          ...secretFor(page),
        },
      }),
    )) !== undefined;
  return (
    <FormModal
      wide
      label={t('exchange.correct')}
      submitLabel={t('exchange.saveChange')}
      onOpen={begin}
      onSubmit={submit}
    >
      <TextField required label={t('exchange.what')} maxLength={300} value={words.name} onChange={set('name')} />
      <LongTextField
        label={t('exchange.description')}
        maxLength={20000}
        value={words.description}
        onChange={set('description')}
      />
      <OfItsKind {...{ page, words, set, values }} onValues={setValues} />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t('exchange.markAnew')}
        value={marking}
        onChange={setMarking}
      />
      {isMarkedAnew && marking === 'red' && <Recipients value={recipients} onChange={setRecipients} />}
      {isMarkedAnew && isStory(page.type) && <WithParts checked={withParts} onChange={setWithParts} />}
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

interface OfItsKindProps {
  page: Page;
  words: Words;
  set: (name: keyof Words) => (value: string) => void;
  values: NewValues;
  onValues: (values: NewValues) => void;
}

/** What only an incident, or only an indicator, says. */
function OfItsKind({ page, words, set, values, onValues }: OfItsKindProps) {
  const { t } = useTranslation();
  if (page.type === 'indicator')
    return (
      <IndicatorFields
        id={page.id}
        value={words.value}
        onValue={set('value')}
        validUntil={words.valid_until}
        onValidUntil={set('valid_until')}
      />
    );
  if (page.type !== 'incident') return null;
  return (
    <>
      <LongTextField
        label={t('exchange.foundBy')}
        maxLength={20000}
        value={words.found_by}
        onChange={set('found_by')}
      />
      <LongTextField label={t('exchange.helped')} maxLength={20000} value={words.helped} onChange={set('helped')} />
      <Held page={page} values={values} onChange={onValues} />
    </>
  );
}

export function WithParts({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('exchange.withParts')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
