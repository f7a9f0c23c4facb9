// The part of the address that opens the form for a new motion at once.
export const proposeMotion = 'propose-a-motion';
