// What other chapters use of this one.
export { DirectionForm } from './DirectionForm';
export { PriorityHead, PriorityHistory } from './PriorityDetails';
export { PriorityForm } from './PriorityForm';
export { prioritiesQuery, priorityQuery } from './queries';
export { PriorityBadge, Stances } from './Standing';
