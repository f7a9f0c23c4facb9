// What other chapters use of this one.
export { Invitations } from './Invitations';
export { InviteForm } from './InviteForm';
export { organizationsQuery } from './queries';
