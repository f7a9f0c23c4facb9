// What other chapters use of this one.
export { OpenKeybox } from './OpenKeybox';
export { openedBox, remember } from './box';
export { keyboxQuery } from './queries';
export { boxOf, paddedSize, seal, unnamed, unseal } from './sealed';
export type { SeatOfLog } from './sealed';
export { VotingKeyCard } from './VotingKeyCard';
