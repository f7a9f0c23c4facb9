// Forms that propose who is to be an Observer, and who no longer (clause 4.6).
import { Group } from '@mantine/core';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

export function ProposeObserverForm() {
  const { t } = useTranslation();
  const draft = useDraft('observer', { key: '', name: '', statement: '' });
  const { key, name, statement } = draft.value;
  const set = (field: keyof typeof draft.value) => (typed: string) => draft.change({ [field]: typed });
  const act = (): Act => ({
    words: t('words.propose-observer', { name, key }),
    command: (contents): Command => ({ type: 'propose-observer', key, name, statement: contents.add(statement) }),
  });
  return (
    <Group justify="flex-end">
      <ActForm label={t('organizations.proposeObserver')} variant="filled" act={act} onDone={draft.drop}>
        <DraftNote draft={draft} />
        <TextField
          required
          field="key"
          label={t('organizations.acronym')}
          maxLength={20}
          value={key}
          onChange={set('key')}
        />
        <TextField required field="name" label={t('name')} maxLength={200} value={name} onChange={set('name')} />
        <LongTextField
          required
          field="statement"
          label={t('organizations.statement')}

          minRows={3}
          value={statement}
          onChange={set('statement')}
        />
      </ActForm>
    </Group>
  );
}

export function EndObserverForm({ organization }: { organization: Schemas['Organization'] }) {
  const { t } = useTranslation();
  const draft = useDraft(`end of observer ${organization.id}`, { statement: '' });
  const { statement } = draft.value;
  const act = (): Act => ({
    words: t('words.propose-observer-end', { name: organization.name }),
    command: (contents): Command => ({
      type: 'propose-observer-end',
      organization: organization.id,
      statement: contents.add(statement),
    }),
  });
  return (
    <ActForm label={t('organization.propose-observer-end')} variant="subtle" color="red" act={act} onDone={draft.drop}>
      <DraftNote draft={draft} />
      <LongTextField
        required
        label={t('organizations.endStatement')}
        description={t('organizations.endHint')}
        value={statement}
        onChange={(typed) => draft.change({ statement: typed })}
      />
    </ActForm>
  );
}
