// Opens a silence procedure: until when, in which time zone.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { queries } from '../../api/queries';
import { FormModal } from '../../components/FormModal';
import { isoOf, offsetMinutes, toUtc, viewerZone, zones } from '../../components/time';

export function OpenSilenceForm({ motion }: { motion: Schemas['Motion'] }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: community } = useQuery(queries.community);
  const [chosen, setZone] = useState<string | null>(null);
  const [deadline, setDeadline] = useState('');
  const zone = chosen ?? community?.time_zone ?? viewerZone();
  const submit = async () => {
    const at = toUtc(deadline, zone);
    return (
      (await perform({
        words: t('words.open-silence', { title: motion.content?.title, deadline: deadline.replace('T', ' '), zone }),
        command: () => ({
          type: 'open-motion',
          motion: motion.id,
          deadline: isoOf(at),
          time_zone: zone,
          utc_offset_minutes: offsetMinutes(at, zone),
        }),
      })) !== undefined
    );
  };
  return (
    <FormModal label={t('motion.openSilence')} variant="filled" onSubmit={submit}>
      <Select required searchable label={t('meeting.zone')} data={zones()} value={zone} onChange={setZone} />
      <TextInput
        required
        type="datetime-local"
        label={t('motion.deadline')}
        value={deadline}
        onChange={(e) => setDeadline(e.currentTarget.value)}
      />
    </FormModal>
  );
}
