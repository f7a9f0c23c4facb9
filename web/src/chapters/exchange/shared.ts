// What other chapters use of this one.
export { Address } from './Address';
export { MarkingSelect } from './Marking';
export { NewToken } from './NewToken';
export { matrixQuery, objectQuery } from './queries';
