// Proposes one of the sets that come with the program to the Members, who decide by silence procedure or in an executive session.
import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { DecidedBy } from './DecidedBy';
import { useProposal } from './proposing';
import { shippedQuery } from './queries';
import { factsOf } from './questionSet';

type Shipped = Schemas['ShippedSet'];

export function ProposeSetForm({ sets }: { sets: Schemas['QuestionSet'][] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Shipped>();
  const [session, setSession] = useState<number>();
  const proposal = useProposal();
  const { title = '', questions = '' } = chosen ?? {};
  return (
    <ActForm
      label={t('exposure.propose')}
      act={() => proposal({ title, questions, session })}
      onDone={() => setChosen(undefined)}
    >
      <Text size="sm">{t('exposure.proposeHint')}</Text>
      <ShippedSelect sets={sets} value={chosen} onChange={setChosen} />
      <DecidedBy value={session} onChange={setSession} />
    </ActForm>
  );
}

interface SelectProps {
  sets: Schemas['QuestionSet'][];
  value: Shipped | undefined;
  onChange: (set: Shipped | undefined) => void;
}

/** Those that would change something. */
function ShippedSelect({ sets, value, onChange }: SelectProps) {
  const { t } = useTranslation();
  const { data } = useQuery(shippedQuery);
  const isNew = ({ facts }: Shipped) =>
    !sets.some((set) => set.in_force && set.facts.name === facts.name && set.facts.version >= facts.version);
  const offered = data?.sets.filter(isNew) ?? [];
  const fingerprint = value && factsOf(value.questions).fingerprint;
  return (
    <Stack gap="xs">
      <Select
        required
        label={t('exposure.column.set')}
        description={data && offered.length === 0 ? t('exposure.allAdopted') : undefined}
        data={offered.map(({ facts, title }) => ({ value: facts.name, label: title }))}
        value={value?.facts.name ?? null}
        onChange={(name) => onChange(offered.find(({ facts }) => facts.name === name))}
      />
      {fingerprint && (
        <Text size="sm" className="breakable">
          {t('exposure.fingerprintIs', { fingerprint })}
        </Text>
      )}
    </Stack>
  );
}
