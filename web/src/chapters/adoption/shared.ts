// What other chapters use of this one.
export { AdoptionCard } from './AdoptionCard';
export { Deliverables } from './Deliverables';
