// What other chapters use of this one.
export { OpenKeybox } from './OpenKeybox';
export { openedBox, remember } from './box';
export { VotingKeyCard } from './VotingKeyCard';
