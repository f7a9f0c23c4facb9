/** Whether a filter in an address is set; whoever wrote the address may have written it in several ways. */
export const isSaid = (value: unknown) => value === true || value === 'true' || value === 1;
