// Forms that propose who is to be an Observer, and who no longer (clause 4.6).
import { Group } from '@mantine/core';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

export function ProposeObserverForm() {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [statement, setStatement] = useState('');
  const act = (): Act => ({
    words: t('words.propose-observer', { name, key }),
    command: (contents): Command => ({ type: 'propose-observer', key, name, statement: contents.add(statement) }),
  });
  return (
    <Group justify="flex-end">
      <ActForm label={t('organizations.proposeObserver')} variant="filled" act={act}>
        <TextField required label={t('organizations.acronym')} maxLength={20} value={key} onChange={setKey} />
        <TextField required label={t('name')} maxLength={200} value={name} onChange={setName} />
        <LongTextField
          required
          label={t('organizations.statement')}

          minRows={3}
          value={statement}
          onChange={setStatement}
        />
      </ActForm>
    </Group>
  );
}

export function EndObserverForm({ organization }: { organization: Schemas['Organization'] }) {
  const { t } = useTranslation();
  const [statement, setStatement] = useState('');
  const act = (): Act => ({
    words: t('words.propose-observer-end', { name: organization.name }),
    command: (contents): Command => ({
      type: 'propose-observer-end',
      organization: organization.id,
      statement: contents.add(statement),
    }),
  });
  return (
    <ActForm label={t('organization.propose-observer-end')} variant="subtle" color="red" act={act}>
      <LongTextField
        required
        label={t('organizations.endStatement')}
        description={t('organizations.endHint')}
        value={statement}
        onChange={setStatement}
      />
    </ActForm>
  );
}
