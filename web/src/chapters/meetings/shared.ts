// What other chapters use of this one.
export { MeetingCard } from './MeetingCard';
export { executiveSessionsQuery } from './queries';
export { UnderWay } from './MeetingState';
