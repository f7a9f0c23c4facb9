// How the group stands, said in less than a minute: what was said last is filled in, and is sent again or put right (clauses 5.8 and 6.7).
import { Button, Card, Group, Radio, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { seenOf } from './terms';

const standings = ['as-planned', 'late', 'blocked'] as const;

interface Props {
  group: Schemas['GroupPage'];
  /** Whether somebody came here for it. */
  asked: boolean;
}

export function StatusForm({ group, asked }: Props) {
  const { t } = useTranslation();
  const perform = useAct();
  const card = useSoughtCard(asked);
  const last = group.last_report;
  const [standing, setStanding] = useState<Schemas['GroupStanding'] | null>(last?.standing ?? null);
  const [line, setLine] = useState(last?.line ?? '');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (standing === null) return;
    setBusy(true);
    await perform({
      words: t('words.report-status', {
        standing: t(`group.standing.${standing}`),
        title: group.title ?? t('erased'),
        line,
      }),
      command: (contents): Command => ({
        type: 'report-status',
        group: group.id,
        standing,
        line: contents.add(JSON.stringify({ line })),
        seen: seenOf(group),
      }),
    });
    setBusy(false);
  };
  return (
    <Card
      withBorder
      component="section"
      id="status"
      ref={card}
      aria-label={t('group.report')}
      data-testid="status-form"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Title order={2} size="h4">
          {t('group.report')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t(last ? 'group.reportAgain' : 'group.reportHint')}
        </Text>
        <Standings value={standing} onChange={setStanding} />
        <TextField required label={t('group.line')} maxLength={280} value={line} onChange={setLine} mb="sm" />
        <Button type="submit" loading={busy}>
          {t('group.sendReport')}
        </Button>
      </form>
    </Card>
  );
}

/** Where somebody came for it, its first choice, or what was chosen, has the focus. */
function useSoughtCard(asked: boolean) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!asked) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    const choices = [...(card.current?.querySelectorAll('input') ?? [])];
    (choices.find(({ checked }) => checked) ?? choices[0])?.focus();
  }, [asked]);
  return card;
}

interface StandingsProps {
  value: Schemas['GroupStanding'] | null;
  onChange: (standing: Schemas['GroupStanding']) => void;
}

function Standings({ value, onChange }: StandingsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('group.howItStands')}
      required
      value={value}
      onChange={(chosen) => onChange(chosen as Schemas['GroupStanding'])}
    >
      <Group mt="xs" mb="sm">
        {standings.map((one) => (
          <Radio key={one} value={one} required label={t(`group.standing.${one}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
