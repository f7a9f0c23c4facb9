// Which way Members' rating of a risk goes from asking to asking; nothing where they were asked about it once alone.
import { Group, Stack } from '@mantine/core';

import { Slopes } from '../../components/figures/Slopes';
import { useTranslation } from '../../locales/i18n';
import { StrategicTrend, useNumber, useQuarter } from '../exposure/shared';
import type { courseOf } from './course';
import { least_score, most_score } from './score';

export function RatingCourse({ course }: { course: ReturnType<typeof courseOf> }) {
  const { t } = useTranslation();
  const number = useNumber();
  const quarter = useQuarter();
  if (course.length < 2) return null;
  const line = { key: 'score', label: t('risk.course.score'), values: course.map(({ value }) => value) };
  return (
    <Stack gap="xs" data-testid="course">
      <Group gap="xs">
        <StrategicTrend points={course} better="less" />
      </Group>
      <Slopes
        words={{ caption: t('risk.course.caption'), asTable: t('risk.course.asTable'), head: t('risk.course.head') }}
        askings={course.map(({ round }) => quarter(round.opens))}
        lines={[line]}
        from={least_score}
        to={most_score}
        format={number}
      />
    </Stack>
  );
}
