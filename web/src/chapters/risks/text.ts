// What is written of a risk, as a content holds it (src/community/risks/texts.hpp says what each member is). Whoever wrote it may have written
// anything, so it is read with patience.
import type { Schemas } from '../../api/client';
import type { Confidence, Harm, Marking, Origin, Quality, TreatmentKind } from './vocabulary';
import { confidences, harms, markings, most_bands, origins, qualities, treatmentKinds } from './vocabulary';

/** Numbers of bands, from 1, the rarest and the least. */
export interface Bands {
  frequency: number;
  impact: number;
}
export interface Range {
  least: number;
  most: number;
}
export interface Ranges {
  times_in_a_century: Range;
  /** Of one time, in thousands. */
  loss: Range;
}
export interface RiskText {
  title: string;
  origin: Origin;
  threat: string;
  weakness: string;
  outcomes: string[];
  /** What is not judged is not there. */
  harms: Partial<Record<Quality, { harm: Harm; why: string }>>;
  bands?: Bands;
  ranges?: Ranges;
  confidence: Confidence;
  treatment?: { kind: TreatmentKind; text: string; agreed_by: string; until: string | undefined };
  residual?: { bands: Bands; why: string };
  techniques: string[];
  incidents: string[];
  marking: Marking;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);
const oneOf = <One extends string>(all: readonly One[], value: unknown) => all.find((one) => one === value);

const isBand = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most_bands;

function bandsOf(value: unknown): Bands | undefined {
  const { frequency, impact } = fieldsOf(value);
  return isBand(frequency) && isBand(impact) ? { frequency, impact } : undefined;
}

function rangeOf(value: unknown): Range | undefined {
  const { least, most } = fieldsOf(value);
  return typeof least === 'number' && typeof most === 'number' && least >= 0 && most >= least
    ? { least, most }
    : undefined;
}

function rangesOf(value: unknown): Ranges | undefined {
  const [times, loss] = [rangeOf(fieldsOf(value).times_in_a_century), rangeOf(fieldsOf(value).loss)];
  return times && loss ? { times_in_a_century: times, loss } : undefined;
}

function treatmentOf(value: unknown): RiskText['treatment'] {
  const { kind, text, agreed_by, until } = fieldsOf(value);
  const said = oneOf(treatmentKinds, kind);
  return said && { kind: said, text: textOf(text), agreed_by: textOf(agreed_by), until: timeOf(until) };
}

const timeOf = (value: unknown) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);

function residualOf(value: unknown): RiskText['residual'] {
  const { bands, why } = fieldsOf(value);
  const read = bandsOf(bands);
  return read && { bands: read, why: textOf(why) };
}

function harmsOf(value: unknown): RiskText['harms'] {
  const judged = qualities.flatMap((quality) => {
    const { harm, why } = fieldsOf(fieldsOf(value)[quality]);
    const said = oneOf(harms, harm);
    return said ? [[quality, { harm: said, why: textOf(why) }] as const] : [];
  });
  return Object.fromEntries(judged);
}

function parsed(content: string): Fields {
  try {
    const value: unknown = JSON.parse(content);
    if (isFields(value)) return value;
  } catch {
    // no JSON: it is shown as what threatens
  }
  return { threat: content };
}

/** Nothing where it was erased. */
export function readRisk(content: Schemas['Original'] | null | undefined): RiskText | undefined {
  if (!content) return undefined;
  const said = parsed(content.text);
  const [bands, ranges] = [bandsOf(said.bands), rangesOf(said.ranges)];
  const [treatment, residual] = [treatmentOf(said.treatment), residualOf(said.residual)];
  return {
    title: textOf(said.title),
    origin: oneOf(origins, said.origin) ?? 'external',
    threat: textOf(said.threat),
    weakness: textOf(said.weakness),
    outcomes: textsOf(said.outcomes),
    harms: harmsOf(said.harms),
    ...(bands ? { bands } : {}),
    ...(ranges ? { ranges } : {}),
    confidence: oneOf(confidences, said.confidence) ?? 'low',
    ...(treatment ? { treatment } : {}),
    ...(residual ? { residual } : {}),
    techniques: textsOf(said.techniques),
    incidents: textsOf(said.incidents),
    // Of what is not marked nobody knows how far it may travel.
    marking: oneOf(markings, said.marking) ?? 'red',
  };
}

/** As it is written: what is empty and may be left out is left out. */
export function writtenRisk({ weakness, treatment, ...risk }: RiskText): string {
  const { agreed_by, until, ...treated } = treatment ?? {};
  return JSON.stringify({
    ...risk,
    ...(weakness === '' ? {} : { weakness }),
    ...(treatment
      ? { treatment: { ...treated, ...(agreed_by ? { agreed_by } : {}), ...(until ? { until } : {}) } }
      : {}),
  });
}
