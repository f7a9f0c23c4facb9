// The part of an address that opens the form for a token at once.
export const makeToken = 'make-a-token';
