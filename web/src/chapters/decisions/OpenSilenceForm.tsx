// Opens a silence procedure: until when, in which time zone.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { toAskAbout } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { isoOf, offsetMinutes, toUtc, viewerZone, zones } from '../../components/time';
import { MomentField } from '../../components/fields';
import { dayIn } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';
import { WhoIsWritten } from '../mail/shared';
import { charterQuery } from '../record/shared';
import { earliestDeadline, workingDaysFor } from './earliest';
import { seenOf } from './wording';

export function OpenSilenceForm({ motion }: { motion: Schemas['Motion'] }) {
  const { t, i18n } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  const [chosen, setZone] = useState<string | null>(null);
  const [typed, setDeadline] = useState<string>();
  const zone = chosen ?? community?.time_zone ?? viewerZone();
  const { earliest, hint } = useEarliest(motion, zone);
  const deadline = typed ?? earliest;
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
      deadline: deadline && dayIn(toUtc(deadline, zone), i18n.language, zone, true),
      zone,
    }),
    command,
  });
  return (
    <ActForm label={t('motion.openSilence')} variant="filled" act={act}>
      <MomentField required label={t('motion.deadline')} description={hint} value={deadline} onChange={setDeadline} />
      <Select required searchable label={t('meeting.zone')} data={zones()} value={zone} onChange={setZone} />
      <WhoIsWritten command={deadline ? toAskAbout(command) : undefined} />
    </ActForm>
  );
}

/** What the charter allows at the earliest, and that it is the charter's; nothing while that is not read. */
function useEarliest(motion: Schemas['Motion'], zone: string) {
  const { t, i18n } = useTranslation();
  const { data: charter } = useQuery(charterQuery);
  if (!charter) return { earliest: '', hint: undefined };
  const count = workingDaysFor(motion, charter.periods);
  const earliest = earliestDeadline(new Date(), zone, count, charter.periods.rest_days);
  const day = dayIn(toUtc(earliest, zone), i18n.language, zone, false);
  return { earliest, hint: t('motion.earliest', { count, day }) };
}
