// The form by which a risk is proposed and described anew, in sections.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../locales/i18n';

import type { Act, Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import type { Draft } from './draft';
import { slipsIn, textIn } from './draft';
import { Doing } from './fields/Doing';
import { Happening } from './fields/Happening';
import { Hurting } from './fields/Hurting';
import { Tying } from './fields/Tying';
import { What } from './fields/What';
import { writtenRisk } from './text';

interface Props {
  bands: Schemas['RiskBands'];
  zone: string;
  first: Draft;
  label: string;
  /** Of the content's hash. */
  command: (text: string, items: number[]) => Command;
  onDone: (receipt: Schemas['Receipt']) => void;
  onCancel: () => void;
}

export function RiskForm({ bands, zone, first, label, command, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const perform = useAct();
  const [draft, setDraft] = useState(first);
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
    if (receipt) onDone(receipt);
  };
  const fields = { draft, onChange: (change: Partial<Draft>) => setDraft({ ...draft, ...change }) };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <What {...fields} />
        <Hurting {...fields} />
        <Happening {...fields} bands={bands} />
        <Doing {...fields} bands={bands} zone={zone} />
        <Tying {...fields} />
        {isSent && slips.length > 0 && (
          <div role="alert" data-testid="slips">
            {slips.map((slip) => (
              <Text key={slip} c="red" size="sm">
                {t(`riskForm.slip.${slip}`)}
              </Text>
            ))}
          </div>
        )}
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
