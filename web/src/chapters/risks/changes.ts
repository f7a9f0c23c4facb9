// What a version of a risk says otherwise than the one before, field by field.
import type { RiskText } from './text';
import { qualities } from './vocabulary';

type Field =
  | Exclude<keyof RiskText, 'harms' | 'bands' | 'ranges' | 'treatment' | 'residual'>
  | (typeof qualities)[number]
  | 'often'
  | 'bad'
  | 'times'
  | 'loss'
  | 'treatmentKind'
  | 'treatmentText'
  | 'agreedBy'
  | 'until'
  | 'residual'
  | 'residualWhy';

/** How values are said that are no texts of their own. */
export interface Saying {
  word: (key: `risk.${'harm' | 'origin' | 'confidence' | 'kind' | 'marking'}.${string}`) => string;
  frequency: (band: number) => string;
  impact: (band: number) => string;
}

const between = ({ least, most }: { least: number; most: number }) => `${least} – ${most}`;

function fieldsOf(text: RiskText, { word, frequency, impact }: Saying): [Field, string][] {
  const { bands, ranges, treatment, residual } = text;
  const judged = qualities.map((quality): [Field, string] => {
    const harm = text.harms[quality];
    return [quality, harm ? `${word(`risk.harm.${harm.harm}`)}. ${harm.why}` : ''];
  });
  return [
    ['title', text.title],
    ['origin', word(`risk.origin.${text.origin}`)],
    ['threat', text.threat],
    ['weakness', text.weakness],
    ['outcomes', text.outcomes.join(', ')],
    ...judged,
    ['often', bands ? frequency(bands.frequency) : ''],
    ['bad', bands ? impact(bands.impact) : ''],
    ['times', ranges ? between(ranges.times_in_a_century) : ''],
    ['loss', ranges ? between(ranges.loss) : ''],
    ['confidence', word(`risk.confidence.${text.confidence}`)],
    ['treatmentKind', treatment ? word(`risk.kind.${treatment.kind}`) : ''],
    ['treatmentText', treatment?.text ?? ''],
    ['agreedBy', treatment?.agreed_by ?? ''],
    ['until', treatment?.until ?? ''],
    ['residual', residual ? `${frequency(residual.bands.frequency)} ${impact(residual.bands.impact)}` : ''],
    ['residualWhy', residual?.why ?? ''],
    ['techniques', text.techniques.join(', ')],
    ['incidents', text.incidents.join(', ')],
    ['marking', word(`risk.marking.${text.marking}`)],
  ];
}

interface Change {
  field: Field;
  before: string;
  after: string;
}

export function changesBetween(before: RiskText, after: RiskText, saying: Saying): Change[] {
  const then = new Map(fieldsOf(before, saying));
  return fieldsOf(after, saying)
    .map(([field, said]) => ({ field, before: then.get(field) ?? '', after: said }))
    .filter((change) => change.before !== change.after);
}
