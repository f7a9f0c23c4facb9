// What the reader may do with a risk.
import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { DayEndField, endOf } from '../../components/DayEnd';
import { LongTextField } from '../../components/fields';
import { toLocal } from '../../components/time';
import { useTranslation } from '../../locales/i18n';
import { TextForm } from '../groups/shared';
import { organizationsQuery } from '../membership/shared';

type Page = Schemas['Risk'];

interface Props {
  risk: Page;
  zone: string;
}

export function Moves({ risk, zone }: Props) {
  const { t } = useTranslation();
  const { id, may } = risk;
  if (may.length === 0) return null;
  return (
    <Group data-testid="moves" className="no-print">
      {may.includes('take-up-risk') && <TakeUpForm risk={risk} zone={zone} />}
      {may.includes('review-risk') && <ReviewForm risk={risk} zone={zone} />}
      {may.includes('revise-risk') && (
        <Button
          size="sm"
          variant="light"
          renderRoot={(props) => <Link to="/risks/$id/revise" params={{ id }} {...props} />}
        >
          {t('risk.revise')}
        </Button>
      )}
      {may.includes('hand-over-risk') && <HandOverForm risk={risk} />}
      {may.includes('decline-risk') && (
        <TextForm
          label={t('risk.decline')}
          hint={t('risk.declineHint')}
          color="red"
          text={t('reason')}
          words=""
          command={(reason): Command => ({ type: 'decline-risk', risk: id, reason })}
        />
      )}
      {may.includes('close-risk') && (
        <TextForm
          label={t('risk.close')}
          hint={t('risk.closeHint')}
          color="red"
          text={t('reason')}
          words=""
          command={(reason): Command => ({ type: 'close-risk', risk: id, reason })}
        />
      )}
    </Group>
  );
}

interface OwnerProps {
  value: string | null;
  onChange: (value: string | null) => void;
  /** The key of one that it is not given to. */
  but?: string | null;
}

/** Of those that belong to the community. */
function OwnerSelect({ but, ...select }: OwnerProps) {
  const { t } = useTranslation();
  const { data } = useQuery(organizationsQuery);
  return (
    <Select
      required
      searchable
      label={t('risk.column.owner')}
      data={(data?.organizations ?? [])
        .filter(({ key, until }) => key !== but && until === null)
        .map(({ id, key }) => ({ value: String(id), label: key }))}
      {...select}
    />
  );
}

const day_ms = 24 * 60 * 60 * 1000;

/** A day of the zone, so many from now. */
const dayFrom = (now: Date, days: number, zone: string) =>
  toLocal(new Date(now.getTime() + days * day_ms), zone).slice(0, 10);

/** The day's end is after the time that it is now: on the last day that the rules allow it would be too late. */
function useReviewDay({ review_days: most }: Page, zone: string) {
  const [now] = useState(() => new Date());
  const last = dayFrom(now, most - 1, zone);
  const [day, setDay] = useState(last);
  return { day, setDay, first: dayFrom(now, 0, zone), last };
}

function ReviewDay({ zone, most, chosen }: { zone: string; most: number; chosen: ReturnType<typeof useReviewDay> }) {
  const { t } = useTranslation();
  return (
    <>
      <DayEndField
        required
        zone={zone}
        label={t('risk.reviewBy')}
        min={chosen.first}
        max={chosen.last}
        value={chosen.day}
        onChange={chosen.setDay}
      />
      <Text size="sm" c="dimmed">
        {t('risk.reviewWithin', { days: most })}
      </Text>
    </>
  );
}

function TakeUpForm({ risk, zone }: Props) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<string | null>(null);
  const chosen = useReviewDay(risk, zone);
  return (
    <ActForm
      label={t('risk.takeUp')}
      variant="filled"
      act={() => ({
        words: '',
        command: (): Command => ({
          type: 'take-up-risk',
          risk: risk.id,
          owner: Number(owner),
          review_by: endOf(chosen.day, zone),
        }),
      })}
    >
      <Text size="sm">{t('risk.takeUpHint')}</Text>
      <OwnerSelect value={owner} onChange={setOwner} />
      <ReviewDay zone={zone} most={risk.review_days} chosen={chosen} />
    </ActForm>
  );
}

function ReviewForm({ risk, zone }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const chosen = useReviewDay(risk, zone);
  return (
    <ActForm
      label={t('risk.review')}
      variant="filled"
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'review-risk',
          risk: risk.id,
          note: contents.add(note),
          review_by: endOf(chosen.day, zone),
        }),
      })}
      onDone={() => setNote('')}
    >
      <Text size="sm">{t('risk.reviewHint')}</Text>
      <LongTextField required label={t('risk.found')} maxLength={10000} value={note} onChange={setNote} />
      <ReviewDay zone={zone} most={risk.review_days} chosen={chosen} />
    </ActForm>
  );
}

function HandOverForm({ risk }: { risk: Page }) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<string | null>(null);
  return (
    <ActForm
      label={t('risk.handOver')}
      act={() => ({
        words: '',
        command: (): Command => ({ type: 'hand-over-risk', risk: risk.id, owner: Number(owner) }),
      })}
      onDone={() => setOwner(null)}
    >
      <Text size="sm">{t('risk.handOverHint')}</Text>
      <OwnerSelect but={risk.owner} value={owner} onChange={setOwner} />
    </ActForm>
  );
}
