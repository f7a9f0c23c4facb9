// The register as files for other programs.
import type { Schemas } from '../../api/client';
import { dayUntil } from '../../components/time';
import { writtenCsv } from '../../components/csv';
import type { Line } from './line';
import { numberOf, orderOf, placeOf } from './line';
import { qualities } from './vocabulary';

type BandNames = Schemas['RiskBands'];

const heads = [
  'Number',
  'Title',
  'State',
  'Origin',
  'Owner',
  'Review by',
  'Score',
  'Middle half from',
  'Middle half to',
  'Rated by',
  'How often',
  'How bad',
  ...qualities.map((quality) => quality[0]?.toUpperCase() + quality.slice(1)),
  'Confidence',
  'Treatment',
  'Threat',
  'Weakness',
  'Outcomes',
  'Techniques',
  'Incidents',
  'Items',
  'Marking',
];

/** How many Members rated it, or that its owner did. */
const ratedBy = ({ rating, text }: Line) => (rating ? `${rating.answered} organizations` : text?.bands ? 'owner' : '');
const numberText = (value: number | undefined) => (value === undefined ? '' : String(value));
const bandText = (all: string[], number: number | undefined) => (number === undefined ? '' : (all[number - 1] ?? ''));

/** Days are of the charter's zone. */
export function csvOf(lines: Line[], bands: BandNames, zone: string): string {
  return writtenCsv([
    heads,
    ...lines.map((line) => {
      const { risk, text, rating } = line;
      const place = placeOf(line);
      return [
        String(numberOf(risk)),
        risk.title ?? '',
        risk.state,
        text?.origin ?? '',
        risk.owner ?? '',
        risk.review_by === null ? '' : dayUntil(new Date(risk.review_by), zone),
        numberText(orderOf(line)),
        numberText(rating?.score.from),
        numberText(rating?.score.to),
        ratedBy(line),
        bandText(bands.frequency, place?.frequency),
        bandText(bands.impact, place?.impact),
        ...qualities.map((quality) => text?.harms[quality]?.harm ?? ''),
        text?.confidence ?? '',
        text?.treatment?.kind ?? '',
        text?.threat ?? '',
        text?.weakness ?? '',
        (text?.outcomes ?? []).join(' '),
        (text?.techniques ?? []).join(' '),
        (text?.incidents ?? []).join(' '),
        risk.items.join(' '),
        text?.marking ?? '',
      ];
    }),
  ]);
}

export function jsonOf(lines: Line[], bands: BandNames): string {
  const risks = lines.map(({ risk, text, rating }) => ({
    number: numberOf(risk),
    state: risk.state,
    owner: risk.owner,
    proposed_at: risk.proposed_at,
    review_by: risk.review_by,
    over_at: risk.over_at,
    items: risk.items,
    text: text ?? null,
    rating: rating ?? null,
  }));
  return JSON.stringify({ bands, risks }, null, 1);
}
