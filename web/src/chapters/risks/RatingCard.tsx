// How often and how bad: as Members rated it, cell by cell, and as its owner sees it.
import { Stack, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { PairTable } from '../exposure/shared';
import { courseOf } from './course';
import type { Line } from './line';
import { RatingCourse } from './RatingCourse';
import { RatingState } from './RatingState';
import { Scale } from './Scale';
import type { Rating } from './score';
import { scoreOf } from './score';
import { Section } from '../../components/Section';
import { bandName, ScoreCell } from './Standing';
import type { Bands } from './text';
import type { Ratings } from './useRatings';

type BandNames = Schemas['RiskBands'];

interface Props {
  line: Line;
  bands: BandNames;
  ratings: Ratings;
}

export function RatingCard({ line, bands, ratings }: Props) {
  const { t } = useTranslation();
  const { rating, text } = line;
  return (
    <Section title={t('risk.rating')} testId="rating">
      <Stack gap="sm">
        <div>
          <ScoreCell line={line} />
        </div>
        {rating && <Members rating={rating} bands={bands} />}
        <RatingCourse course={courseOf(line.risk.id, ratings.askings)} />
        <RatingState ratings={ratings} />
        {ratings.of && !rating && <Text size="sm">{t('risk.notAskedYet')}</Text>}
        {text?.bands && (
          <div data-testid="own-bands">
            <Text fw={600} size="sm">
              {t('risk.ownersBands', { score: scoreOf(text.bands) })}
            </Text>
            <Limits bands={bands} place={text.bands} />
          </div>
        )}
        <Scale bands={bands} />
      </Stack>
    </Section>
  );
}

/** The bands with their written limits. */
export function Limits({ bands, place }: { bands: BandNames; place: Bands }) {
  return (
    <>
      <Text size="sm">{bands.frequency[place.frequency - 1]}</Text>
      <Text size="sm">{bands.impact[place.impact - 1]}</Text>
    </>
  );
}

function Members({ rating, bands }: { rating: Rating; bands: BandNames }) {
  const { t } = useTranslation();
  const { median, from, to } = rating.score;
  return (
    <>
      <div data-testid="members-rating">
        <Text size="sm">{t('risk.membersSay', { count: rating.answered, median, from, to })}</Text>
        <Limits bands={bands} place={rating.bands} />
      </div>
      <PairTable
        caption={t('risk.heatMap')}
        head={t('risk.matrixHead')}
        first={bands.frequency.map(bandName)}
        second={bands.impact.map(bandName)}
        table={rating.table}
      />
    </>
  );
}
