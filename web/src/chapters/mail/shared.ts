// What other chapters use of this one.
export { MailCard } from './LateMailCard';
export { MailState } from './MailState';
export { WhoIsWritten } from './WhoIsWritten';
export { useLookedAt } from './useLookedAt';
