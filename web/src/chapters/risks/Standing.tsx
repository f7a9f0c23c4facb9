// How a risk stands, how far what is written of it may travel, and how it is rated: said in the same way wherever it is shown, and in words.
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { Line } from './line';
import { numberOf, orderOf, placeOf } from './line';
import { heatOf } from './score';
import type { Bands } from './text';
import type { Marking } from './vocabulary';
import './risks.css';
import './words';

type Row = Schemas['RiskRow'];

const colors: Partial<Record<Row['state'], string>> = { open: 'ocean', proposed: 'yellow' };

export function RiskBadge({ state }: Pick<Row, 'state'>) {
  const { t } = useTranslation();
  return (
    <Badge tt="none" variant="light" color={colors[state] ?? 'gray'} className="whole">
      {t(`risk.state.${state}`)}
    </Badge>
  );
}

const markingColors = { clear: 'gray', green: 'green', amber: 'orange', 'amber-strict': 'orange', red: 'red' } as const;

export function MarkingBadge({ marking }: { marking: Marking }) {
  const { t } = useTranslation();
  return (
    <Badge variant="outline" color={markingColors[marking]} className="marking">
      {t(`risk.marking.${marking}`)}
    </Badge>
  );
}

export function RiskLink({ risk }: { risk: Pick<Row, 'id' | 'title'> }) {
  const { t } = useTranslation();
  return (
    <Link className="row-link breakable" to="/risks/$id" params={{ id: risk.id }}>
      {t('risk.numbered', { number: numberOf(risk), title: risk.title ?? t('erased') })}
    </Link>
  );
}

export function ScoreMark({ line }: { line: Line }) {
  const { t } = useTranslation();
  const [score, place] = [orderOf(line), placeOf(line)];
  if (score === undefined || !place) return <span className="dimmed">{t('risk.notRated')}</span>;
  return (
    <span className={`risk-score heat-${heatOf(place)}`} data-testid="score">
      {score}
    </span>
  );
}

/** By whom, and how far Members lie apart. */
export function ScoreCell({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { rating } = line;
  if (!placeOf(line)) return <ScoreMark line={line} />;
  return (
    <>
      <ScoreMark line={line} />
      <div className="dimmed">
        {rating
          ? t('risk.byMembers', { count: rating.answered, from: rating.score.from, to: rating.score.to })
          : t('risk.byOwner')}
      </div>
    </>
  );
}

/** The name alone: "Rare". */
export const bandName = (band: string | undefined) => band?.split(': ')[0] ?? '';

export function BandsCell({ bands, place }: { bands: Schemas['RiskBands']; place: Bands | undefined }) {
  if (!place) return null;
  return (
    <>
      {bandName(bands.frequency[place.frequency - 1])}
      {' · '}
      {bandName(bands.impact[place.impact - 1])}
    </>
  );
}
