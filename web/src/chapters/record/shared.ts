// What other chapters use of this one.
export { charterQuery } from './queries';
