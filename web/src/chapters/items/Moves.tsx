// What the reader may do with an item.
import { Group, MultiSelect, Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { LongTextField, TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { TextForm } from '../groups/shared';
import { isOpen } from './due';
import { bySoonest } from './filter';
import { ChangeForm, HolderSelect } from './ItemForms';
import type { Around } from './ItemTable';
import { evidenceText } from './written';

type Item = Schemas['Item'];

export function Moves({ item, around }: { item: Item; around: Around }) {
  const { t } = useTranslation();
  const { id, may, moves } = item;
  return (
    <Group data-testid="moves" className="no-print">
      {may.includes('start-item') && (
        <ActButton size="sm" variant="light" command={{ type: 'start-item', item: id }}>
          {t(item.state === 'blocked' ? 'item.goOn' : 'item.start')}
        </ActButton>
      )}
      {may.includes('finish-item') && <FinishForm item={item} />}
      {may.includes('block-item') && <BlockForm item={item} all={around.all} />}
      {may.includes('hand-over-item') && <HandOverForm item={item} />}
      {may.includes('change-item') && <ChangeForm key={moves.length} item={item} zone={around.zone} />}
      {may.includes('drop-item') && (
        <TextForm
          label={t('item.drop')}
          hint={t('item.dropHint')}
          color="red"
          text={t('reason')}
          words=""
          command={(reason): Command => ({ type: 'drop-item', item: id, reason })}
        />
      )}
    </Group>
  );
}

function FinishForm({ item }: { item: Item }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [version, setVersion] = useState('');
  const [link, setLink] = useState('');
  const [sha256, setSha256] = useState('');
  return (
    <ActForm
      label={t('item.finish')}
      variant="filled"
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'finish-item',
          item: item.id,
          shown_by: contents.add(evidenceText({ title, version, link, sha256 })),
        }),
      })}
    >
      <Text size="sm">{t('item.finishHint')}</Text>
      <TextField required label={t('item.evidence')} maxLength={300} value={title} onChange={setTitle} />
      <TextField label={t('item.version')} maxLength={100} value={version} onChange={setVersion} />
      <TextField type="url" label={t('item.link')} maxLength={2000} value={link} onChange={setLink} />
      <TextField label={t('item.sha256')} maxLength={128} value={sha256} onChange={setSha256} />
    </ActForm>
  );
}

function BlockForm({ item, all }: { item: Item; all: Map<number, Item> }) {
  const { t } = useTranslation();
  const [by, setBy] = useState(item.blocked_by.map(String));
  const [reason, setReason] = useState(item.reason ?? '');
  const others = [...all.values()].filter((one) => one.id !== item.id && isOpen(one)).sort(bySoonest);
  return (
    <ActForm
      label={t('item.block')}
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'block-item',
          item: item.id,
          blocked_by: by.map(Number),
          reason: contents.add(reason),
        }),
      })}
    >
      <MultiSelect
        searchable
        label={t('item.blockers')}
        maxValues={20}
        limit={50}
        data={others.map(({ id, content }) => ({
          value: String(id),
          label: t('item.numbered', { number: id, title: content?.title ?? t('erased') }),
        }))}
        value={by}
        onChange={setBy}
      />
      <LongTextField required label={t('reason')} maxLength={10000} value={reason} onChange={setReason} />
    </ActForm>
  );
}

function HandOverForm({ item }: { item: Item }) {
  const { t } = useTranslation();
  const [holder, setHolder] = useState<string | null>(null);
  return (
    <ActForm
      label={t('item.handOver')}
      act={() => ({
        words: '',
        command: (): Command => ({ type: 'hand-over-item', item: item.id, holder: Number(holder) }),
      })}
      onDone={() => setHolder(null)}
    >
      <Text size="sm">{t('item.handOverHint')}</Text>
      <HolderSelect but={item.holder} value={holder} onChange={setHolder} />
    </ActForm>
  );
}
