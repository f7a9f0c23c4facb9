// The form by which a risk is proposed and described anew, in sections.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { Draft } from './draft';
import { heldIn, slipsIn, textIn } from './draft';
import { Doing } from './fields/Doing';
import { Happening } from './fields/Happening';
import { Hurting } from './fields/Hurting';
import { Tying } from './fields/Tying';
import { What } from './fields/What';
import { writtenRisk } from './text';

interface Props {
  bands: Schemas['RiskBands'];
  zone: string;
  /** By which what is typed is kept on the device until it is sent. */
  name: string;
  first: Draft;
  label: string;
  /** Of the content's hash. */
  command: (text: string, items: number[]) => Command;
  onDone: (receipt: Schemas['Receipt']) => void;
  onCancel: () => void;
}

export function RiskForm({ bands, zone, name, first, label, command, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const perform = useAct();
  const typed = useDraft(name, { written: JSON.stringify(first) });
  const draft = heldIn(typed.value.written, first);
  const [busy, setBusy] = useState(false);
  const [isSent, setSent] = useState(false);
  const slips = slipsIn(draft);
  const act = (): Act => ({
    words: '',
    command: (contents): Command => command(contents.add(writtenRisk(textIn(draft, zone))), draft.items.map(Number)),
  });
  const submit = async () => {
    setSent(true);
    if (slips.length > 0) return;
    setBusy(true);
    const receipt = await perform(act());
    setBusy(false);
    if (!receipt) return;
    typed.drop();
    onDone(receipt);
  };
  const fields = {
    draft,
    onChange: (change: Partial<Draft>) => typed.change({ written: JSON.stringify({ ...draft, ...change }) }),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <DraftNote draft={typed} />
        <What {...fields} />
        <Hurting {...fields} />
        <Happening {...fields} bands={bands} />
        <Doing {...fields} bands={bands} zone={zone} />
        <Tying {...fields} />
        {isSent && <Slips slips={slips} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is said in part, before anything is sent. */
function Slips({ slips }: { slips: ReturnType<typeof slipsIn> }) {
  const { t } = useTranslation();
  if (slips.length === 0) return null;
  return (
    <div role="alert" data-testid="slips">
      {slips.map((slip) => (
        <Text key={slip} c="red" size="sm">
          {t(`riskForm.slip.${slip}`)}
        </Text>
      ))}
    </div>
  );
}
