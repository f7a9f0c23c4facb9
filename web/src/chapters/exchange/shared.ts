// What other chapters use of this one.
export { MarkingSelect } from './Marking';
