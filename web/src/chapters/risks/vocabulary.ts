// The words by which risks are told apart, as contents have them; in the reader's language they are in the catalogue. They are part of the first
// load, for addresses are read by them.
export const origins = ['external', 'internal'] as const;
export const qualities = ['confidentiality', 'integrity', 'availability', 'reliability'] as const;
export const harms = ['none', 'minor', 'serious', 'severe'] as const;
export const confidences = ['low', 'medium', 'high'] as const;
export const treatmentKinds = ['reduce', 'share', 'avoid', 'accept'] as const;
export const markings = ['clear', 'green', 'amber', 'amber-strict', 'red'] as const;

export type Origin = (typeof origins)[number];
export type Quality = (typeof qualities)[number];
export type Harm = (typeof harms)[number];
export type Confidence = (typeof confidences)[number];
export type TreatmentKind = (typeof treatmentKinds)[number];
export type Marking = (typeof markings)[number];

/** Of frequency, and of impact. */
export const most_bands = 5;
