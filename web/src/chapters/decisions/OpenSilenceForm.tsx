// Opens a silence procedure: until when, in which time zone.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { isoOf, offsetMinutes, toUtc, viewerZone, zones } from '../../components/time';
import { MomentField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';
import { WhoIsWritten } from '../mail/shared';
import { seenOf } from './wording';

export function OpenSilenceForm({ motion }: { motion: Schemas['Motion'] }) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  const [chosen, setZone] = useState<string | null>(null);
  const [deadline, setDeadline] = useState('');
  const zone = chosen ?? community?.time_zone ?? viewerZone();
  const command = (): Command => {
    const at = toUtc(deadline, zone);
    return {
      type: 'open-motion',
      motion: motion.id,
      deadline: isoOf(at),
      time_zone: zone,
      utc_offset_minutes: offsetMinutes(at, zone),
      seen: seenOf(motion),
    };
  };
  const act = (): Act => ({
    words: t('words.open-silence', {
      title: motion.content?.title ?? t('erased'),
      deadline: deadline.replace('T', ' '),
      zone,
    }),
    command,
  });
  return (
    <ActForm label={t('motion.openSilence')} variant="filled" act={act}>
      <Select required searchable label={t('meeting.zone')} data={zones()} value={zone} onChange={setZone} />
      <MomentField required label={t('motion.deadline')} value={deadline} onChange={setDeadline} />
      <WhoIsWritten command={deadline ? command() : undefined} />
    </ActForm>
  );
}
