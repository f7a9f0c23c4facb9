// Bringing a file of threat objects, piece by piece, with what became of it so far.
import { Checkbox, FileInput, Progress, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTry } from '../../acts/useTry';
import { useTranslation } from '../../locales/i18n';
import { BroughtReport } from './BroughtReport';
import { MarkingSelect } from './Marking';

const formats = ['recognised', 'stix', 'misp', 'csv', 'text'] as const;
type Format = (typeof formats)[number];
const pieceBytes = 512 * 1024;

type Heard = (soFar: Schemas['IntakeReport'], bytes: number) => void;

interface As {
  format: Format;
  marking: Schemas['Marking'];
  narrow_too: boolean;
}

/** Sends the file, and tells after each piece what became of it so far. */
async function inPieces(file: File, as: As, heard: Heard) {
  const { id } = await answer(api.POST('/api/exchange/uploads', { body: { name: file.name, ...as } }));
  for (let at = 0; ; at += pieceBytes) {
    const last = at + pieceBytes >= file.size;
    const soFar = await answer(
      api.POST('/api/exchange/uploads/piece', {
        params: { query: { id, ...(last ? { last: 'yes' as const } : {}) } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: '',
        bodySerializer: () => file.slice(at, at + pieceBytes),
      }),
    );
    heard(soFar, at + pieceBytes);
    if (soFar.done) return;
  }
}

export function UploadForm() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { problem, attempt } = useTry();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<Format>('recognised');
  const [marking, setMarking] = useState<Schemas['Marking']>('amber');
  const [percent, setPercent] = useState<number>();
  const [report, setReport] = useState<Schemas['IntakeReport']>();
  const [narrowToo, setNarrowToo] = useState(false);
  const isAsked = narrowToo || (report?.narrow.length ?? 0) > 0;

  const send = async (chosen: File) => {
    setReport(undefined);
    setPercent(0);
    await attempt(async () => {
      await inPieces(chosen, { format, marking, narrow_too: narrowToo }, (soFar, bytes) => {
        setReport(soFar);
        setPercent(Math.min(100, Math.round((bytes / Math.max(1, chosen.size)) * 100)));
      });
      await queryClient.invalidateQueries({ queryKey: ['exchange'] });
    });
    setPercent(undefined);
  };

  const forget = () => {
    setReport(undefined);
    setNarrowToo(false);
    setFile(null);
  };

  return (
    <FormModal
      label={t('exchange.upload')}
      submitLabel={t('exchange.bring')}
      dismissLabel={t('close')}
      onOpen={forget}
      onSubmit={async () => {
        if (file) await send(file);
        return false; // it stays open, for what became of the file is told there
      }}
    >
      <FileInput required label={t('exchange.file')} value={file} onChange={setFile} />
      <FormatSelect value={format} onChange={setFormat} />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t('exchange.uploadHint')}
        value={marking}
        onChange={setMarking}
      />
      {percent !== undefined && <Progress value={percent} aria-label={t('exchange.progress', { percent })} />}
      {report && <BroughtReport report={report} />}
      {isAsked && <NarrowToo marking={marking} checked={narrowToo} onChange={setNarrowToo} />}
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}

function FormatSelect({ value: chosen, onChange }: { value: Format; onChange: (format: Format) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      allowDeselect={false}
      label={t('exchange.format')}
      data={formats.map((value) => ({ value, label: t(`exchange.formats.${value}`) }))}
      value={chosen}
      onChange={(value) => value && onChange(value)}
    />
  );
}

interface NarrowTooProps {
  marking: Schemas['Marking'];
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** What MISP would give to few has no marking that says the same: whoever brings it must. */
function NarrowToo({ marking, checked, onChange }: NarrowTooProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('exchange.narrowToo', { level: marking.toUpperCase() })}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
