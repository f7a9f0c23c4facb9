// Says that the own organization verified the archive with another program than this page.
import { Group, Select } from '@mantine/core';
import { useState } from 'react';

import type { Act, Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';

const programs = ['ccop', 'belenios-tool', 'another'] as const satisfies Schemas['AuditProgram'][];
type Program = (typeof programs)[number];

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function AuditForm({ round, election }: Props) {
  const { t } = useTranslation();
  const [program, setProgram] = useState<Program>('ccop');
  const [archive, setArchive] = useState('');
  const isOther = archive !== '' && archive.trim() !== election.archive;
  const act = (): Act => ({
    words: t('words.audit-round', { program: t(`roundResult.program.${program}`), archive: archive.trim() }),
    command: (): Command => ({ type: 'audit-round', round: round.id, program, archive: archive.trim() }),
  });
  return (
    <Group>
      <ActForm label={t('roundResult.signOther')} act={act} onDone={() => setArchive('')}>
        <Select
          required
          allowDeselect={false}
          label={t('roundResult.withProgram')}
          data={programs.map((value) => ({ value, label: t(`roundResult.program.${value}`) }))}
          value={program}
          onChange={(value) => setProgram(value as Program)}
        />
        <TextField
          required
          label={t('roundResult.archiveHash')}
          description={t('roundResult.archiveHint')}
          error={isOther ? t('roundResult.archiveDiffers') : undefined}
          value={archive}
          onChange={setArchive}
        />
      </ActForm>
    </Group>
  );
}
