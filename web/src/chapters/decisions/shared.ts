// What other chapters use of this one.
export { useChoices, useOutcome } from './choices';
export { decisionId, DecisionSelect, MotionLink } from './DecisionSelect';
export { MotionCard } from './MotionCard';
export { AmendmentForm, MotionForm } from './MotionForms';
export type { MotionWords } from './MotionFields';
export { MotionWordsFields, SourceSelect } from './MotionFields';
