/** Not part of the page's first load: whoever signs in signs no act yet. */
export const loadSignedValues = () => import('./SignedValues').then(({ SignedValues }) => ({ default: SignedValues }));
