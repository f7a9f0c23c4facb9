// What other chapters use of this one.
export { CorrectForm } from './CorrectForm';
export { PersonSelect } from './PersonSelect';
export { peopleQuery } from './queries';
export { seenDecidedOn, seenPerson, usePersonNamed, usePersonSeen } from './usePersonNamed';
