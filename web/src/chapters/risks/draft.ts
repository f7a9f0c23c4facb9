// A risk while it is written: everything as its field holds it.
import { dayOf, endOf } from '../../components/DayEnd';
import type { Bands, Range, RiskText } from './text';
import type { Confidence, Harm, Marking, Origin, Quality, TreatmentKind } from './vocabulary';
import { qualities } from './vocabulary';

/** An empty one was not chosen. */
type Choice<Of extends string> = Of | '';
export interface JudgedDraft {
  harm: Choice<Harm>;
  why: string;
}
interface BandsDraft {
  frequency: string;
  impact: string;
}
interface RangeDraft {
  least: string;
  most: string;
}
export interface Draft {
  title: string;
  origin: Origin;
  threat: string;
  weakness: string;
  /** Ids, as they are typed. */
  outcomes: string;
  techniques: string;
  incidents: string;
  harms: Record<Quality, JudgedDraft>;
  bands: BandsDraft;
  times: RangeDraft;
  loss: RangeDraft;
  confidence: Confidence;
  treatment: { kind: Choice<TreatmentKind>; text: string; agreedBy: string; until: string };
  residual: BandsDraft & { why: string };
  /** Numbers of items of the work-plan. */
  items: string[];
  marking: Marking;
}

const noBands: BandsDraft = { frequency: '', impact: '' };
const noRange: RangeDraft = { least: '', most: '' };
const bandsDraft = (bands: Bands | undefined): BandsDraft =>
  bands ? { frequency: String(bands.frequency), impact: String(bands.impact) } : noBands;
const rangeDraft = (range: Range | undefined): RangeDraft =>
  range ? { least: String(range.least), most: String(range.most) } : noRange;

/** Days are of the charter's zone. */
export function draftOf(text: Partial<RiskText>, items: number[], zone: string): Draft {
  const judged = qualities.map((quality): [Quality, JudgedDraft] => [
    quality,
    text.harms?.[quality] ?? { harm: '', why: '' },
  ]);
  const { treatment, residual } = text;
  return {
    title: text.title ?? '',
    origin: text.origin ?? 'external',
    threat: text.threat ?? '',
    weakness: text.weakness ?? '',
    outcomes: (text.outcomes ?? []).join(', '),
    techniques: (text.techniques ?? []).join(', '),
    incidents: (text.incidents ?? []).join(', '),
    harms: Object.fromEntries(judged) as Draft['harms'],
    bands: bandsDraft(text.bands),
    times: rangeDraft(text.ranges?.times_in_a_century),
    loss: rangeDraft(text.ranges?.loss),
    confidence: text.confidence ?? 'medium',
    treatment: {
      kind: treatment?.kind ?? '',
      text: treatment?.text ?? '',
      agreedBy: treatment?.agreed_by ?? '',
      until: dayOf(treatment?.until, zone),
    },
    residual: { ...bandsDraft(residual?.bands), why: residual?.why ?? '' },
    items: items.map(String),
    marking: text.marking ?? 'amber',
  };
}

/** As it was kept on the device, perhaps by an earlier version of this page: what that did not have is as it begins. */
export function heldIn(written: string, first: Draft): Draft {
  const kept = JSON.parse(written) as Partial<Draft>;
  return {
    ...first,
    ...kept,
    harms: { ...first.harms, ...kept.harms },
    treatment: { ...first.treatment, ...kept.treatment },
    residual: { ...first.residual, ...kept.residual },
  };
}

export const idsIn = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

function bandsIn({ frequency, impact }: BandsDraft): Bands | undefined {
  return frequency && impact ? { frequency: Number(frequency), impact: Number(impact) } : undefined;
}
function rangeIn({ least, most }: RangeDraft): Range | undefined {
  return least !== '' && most !== '' ? { least: Number(least), most: Number(most) } : undefined;
}

/** What of it is said in part, and so would be lost. */
type Slip = 'bands' | 'ranges' | 'order' | 'residual';

export function slipsIn({ bands, times, loss, residual }: Draft): Slip[] {
  const isHalf = (values: string[]) => values.some(Boolean) && !values.every(Boolean);
  const ends = [times.least, times.most, loss.least, loss.most];
  const isReversed = [times, loss].some(
    ({ least, most }) => least !== '' && most !== '' && Number(least) > Number(most),
  );
  return [
    ...(isHalf([bands.frequency, bands.impact]) ? (['bands'] as const) : []),
    ...(isHalf(ends) ? (['ranges'] as const) : []),
    ...(isReversed ? (['order'] as const) : []),
    ...(isHalf([residual.frequency, residual.impact, residual.why.trim()]) ? (['residual'] as const) : []),
  ];
}

export function textIn(draft: Draft, zone: string): RiskText {
  const { treatment, residual } = draft;
  const judged = qualities.flatMap((quality) => {
    const { harm, why } = draft.harms[quality];
    return harm === '' ? [] : [[quality, { harm, why }] as const];
  });
  const [bands, left] = [bandsIn(draft.bands), bandsIn(residual)];
  const [times, loss] = [rangeIn(draft.times), rangeIn(draft.loss)];
  return {
    title: draft.title.trim(),
    origin: draft.origin,
    threat: draft.threat,
    weakness: draft.weakness,
    outcomes: idsIn(draft.outcomes),
    harms: Object.fromEntries(judged),
    ...(bands ? { bands } : {}),
    ...(times && loss ? { ranges: { times_in_a_century: times, loss } } : {}),
    confidence: draft.confidence,
    ...(treatment.kind === ''
      ? {}
      : {
          treatment: {
            kind: treatment.kind,
            text: treatment.text,
            agreed_by: treatment.agreedBy,
            until: treatment.until === '' ? undefined : endOf(treatment.until, zone),
          },
        }),
    ...(left ? { residual: { bands: left, why: residual.why } } : {}),
    techniques: idsIn(draft.techniques),
    incidents: idsIn(draft.incidents),
    marking: draft.marking,
  };
}
