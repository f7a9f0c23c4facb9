// Forms of a hook: a new one, and what one hears of.
import { Checkbox, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { makeHook } from '../../acts/hook';
import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';

type Kind = Schemas['HookKind'];

const kinds: Kind[] = [
  'meeting-published',
  'meeting-changed',
  'meeting-cancelled',
  'silence-opened',
  'vote-opened',
  'decision-registered',
  'candidacies-called',
  'ballot-opened',
  'election-decided',
  'group-founded',
  'status-round-opened',
];
const forms: Schemas['HookForm'][] = ['card', 'text', 'json'];

/** Does something, and tells what went wrong where it did. */
export type AskForHook = (what: () => Promise<unknown>) => Promise<boolean>;

/** What went wrong is told in the form, which stays: an address is long. */
export function MakeHook({ me, onMade }: { me: Schemas['Me']; onMade: (secret: string) => void }) {
  const { t } = useTranslation();
  const { problem, attempt } = useTry();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [form, setForm] = useState<Schemas['HookForm']>('card');
  const [heard, setHeard] = useState<Kind[]>(['meeting-published', 'silence-opened']);
  const make = async () => {
    if (heard.length === 0) return false;
    const isMade = await attempt(async () => onMade((await makeHook(me, { title, url, form, kinds: heard })).secret));
    if (isMade) {
      setTitle('');
      setUrl('');
    }
    return isMade;
  };
  return (
    <FormModal label={t('hooks.make')} onSubmit={make}>
      <TextField required label={t('hooks.name')} maxLength={100} value={title} onChange={setTitle} />
      <TextField
        required
        type="url"
        autoComplete="off"
        label={t('hooks.url')}
        description={t('hooks.urlHint')}
        maxLength={2000}
        value={url}
        onChange={setUrl}
      />
      <Select
        allowDeselect={false}
        label={t('hooks.form')}
        data={forms.map((value) => ({ value, label: t(`hooks.forms.${value}`) }))}
        value={form}
        onChange={(value) => value && setForm(value)}
      />
      <Kinds heard={heard} onChange={setHeard} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

export function ChangeHook({ hook, ask }: { hook: Schemas['Hook']; ask: AskForHook }) {
  const { t } = useTranslation();
  const [heard, setHeard] = useState<Kind[]>(hook.kinds);
  const change = async () => {
    if (heard.length === 0) return false;
    await ask(() => answer(api.POST('/api/hooks/change', { body: { id: hook.id, kinds: heard } })));
    return true;
  };
  return (
    <FormModal
      label={t('hooks.change')}
      size="compact-sm"
      variant="subtle"
      onOpen={() => setHeard(hook.kinds)}
      onSubmit={change}
    >
      <Text size="sm" c="dimmed">
        {t('hooks.changeHint')}
      </Text>
      <Kinds heard={heard} onChange={setHeard} />
    </FormModal>
  );
}

function Kinds({ heard, onChange }: { heard: Kind[]; onChange: (heard: Kind[]) => void }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('hooks.hears')}
      value={heard}
      onChange={(chosen) => onChange(kinds.filter((kind) => chosen.includes(kind)))}
      error={heard.length === 0 && t('hooks.hearsNothing')}
    >
      <Stack gap={4} mt={4}>
        {kinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`hooks.kind.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
