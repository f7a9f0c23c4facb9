// What other chapters use of this one. Totals are given only as this device verified them.
export { asksQuery, exposureQuery, questionSetQuery, verifiedQuery } from './queries';
export { useNumber } from './numbers';
export { PairTable } from './PairTable';
export { useProposal } from './proposing';
export { useQuarter } from './quarters';
export { fingerprintOf, questionsOf, readSet } from './questionSet';
export type { QuestionSet } from './questionSet';
export { titleOf } from './rows';
export { answered, median, middleHalf, placeOf, tableOf } from './statistics';
export { StrategicTrend } from './StrategicTrend';
export type { VerifiedRound } from './verified';
