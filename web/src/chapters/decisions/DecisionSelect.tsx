// The choice of an adopted decision, as the basis of something that it decided; and the way to a motion, wherever it is decided.
import { Anchor, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import { motionsQuery } from './queries';

const older = 'older';

/** As commands name it: they count from 0, the register from 1. */
export const decisionId = (number: string | null) => Number(number) - 1;

/** Of numbers in the register. */
interface Props {
  required?: boolean;
  value: string | null;
  onChange: (decision: string | null) => void;
}

export function DecisionSelect({ required = true, value, onChange }: Props) {
  const { t } = useTranslation();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(motionsQuery);
  const adopted = (data?.pages ?? [])
    .flatMap(({ motions }) => motions)
    .filter(({ outcome }) => outcome === 'adopted')
    .flatMap(({ decision, content }) => (decision === null ? [] : [{ decision, content }]))
    .sort((a, b) => b.decision - a.decision);
  return (
    <Select
      required={required}
      clearable={!required}
      searchable
      label={t('decisions.basis')}
      data={[
        ...adopted.map(({ decision, content }) => ({
          value: String(decision),
          label: `${t('motion.decision', { number: decision })}: ${content?.title ?? t('erased')}`,
        })),
        ...(hasNextPage ? [{ value: older, label: t('decisions.older') }] : []),
      ]}
      value={value}
      onChange={(chosen) => (chosen === older ? void fetchNextPage() : onChange(chosen))}
    />
  );
}

/** One that is in a session stands there until it is decided. */
export function MotionLink({ motion }: { motion: number }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(motionsQuery);
  const found = data?.pages.flatMap(({ motions }) => motions).find(({ id }) => id === motion);
  const meeting = found?.state === 'closed' ? null : (found?.meeting ?? null);
  return (
    <Anchor
      component={Link}
      to={meeting === null ? `/motions/${motion}` : `/meetings/${meeting}`}
      inherit
      underline="always"
    >
      {found && found.decision !== null ? t('motion.decision', { number: found.decision }) : t('decisions.motion')}
    </Anchor>
  );
}
