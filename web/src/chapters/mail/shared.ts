// What other chapters use of this one.
export { MailCard } from './MailCard';
export { MailState } from './MailState';
export { useLookedAt } from './useLookedAt';
