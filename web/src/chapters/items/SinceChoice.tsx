// Since when a review looks: chosen, and said in words.
import { Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { DayField } from '../../components/fields';
import { dateIn } from '../../components/formatters';
import { daysBefore, toLocal } from '../../components/time';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { readDay } from './days';
import type { Search, Since } from './since';

const presets = [7, 30];

interface Props {
  search: Search;
  zone: string;
  now: Date;
}

export function SinceChoice({ search: { since }, zone, now }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string>();
  const today = toLocal(now, zone).slice(0, 10);
  const choices = [
    { says: t('review.session'), day: undefined },
    ...presets.map((count) => ({ says: t('review.days', { count }), day: daysBefore(today, count) })),
  ];
  const type = (day: string) => {
    // The digits of a year come one by one, and each makes a day: none of those is meant.
    const isMeant = day >= '1900';
    setTyped(isMeant ? undefined : day);
    if (isMeant) void navigate({ to: '/items/review', search: { since: day }, replace: true });
  };
  return (
    <Group role="group" aria-label={t('review.choose')} className="no-print" align="flex-end" gap="lg">
      {choices.map(({ says, day }) => (
        <Link
          key={says}
          className="row-link target"
          to="/items/review"
          search={day === undefined ? {} : { since: day }}
          replace
          activeOptions={{ exact: true }}
          activeProps={{ className: 'chosen' }}
          onClick={() => setTyped(undefined)}
        >
          {says}
        </Link>
      ))}
      <DayField label={t('review.day')} max={today} value={typed ?? dayOf(since)} onChange={type} />
    </Group>
  );
}

/** What a field for a day holds of what an address says. */
function dayOf(said = '') {
  const read = readDay(said);
  return read.kind === 'day' ? read.day : '';
}

/** A day has no zone of its own. */
const writtenDay = (day: string, language: string) => dateIn(new Date(day), language, 'UTC', false);

export function SinceTitle({ since }: { since: Since }) {
  const { t, i18n } = useTranslation();
  if (since.kind === 'session') return t('review.title');
  if (since.kind === 'day') return t('review.titleDay', { day: writtenDay(since.day, i18n.language) });
  return t('review.choose');
}

export function SinceWords({ since, zone }: { since: Since; zone: string }) {
  const { t, i18n } = useTranslation();
  if (since.kind === 'no-day') return t('review.noDay', { said: since.said });
  if (since.kind === 'to-come') return t('review.toCome', { day: writtenDay(since.day, i18n.language) });
  if (since.at === null) return t('review.never');
  return (
    <>
      {since.kind === 'day' ? t('review.sinceDay', { zone: zone.replaceAll('_', ' ') }) : t('review.since')}{' '}
      <When time={since.at} zone={since.kind === 'day' ? zone : undefined} />
    </>
  );
}
