// What other chapters use of this one.
export { PersonSelect } from './PersonSelect';
export { peopleQuery } from './queries';
export { usePersonNamed } from './usePersonNamed';
