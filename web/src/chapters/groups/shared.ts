// What other chapters use of this one.
export { groupsQuery } from './queries';
export { TextForm } from './WorkForms';
