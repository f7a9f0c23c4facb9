// The parts of addresses that open a form at once.
export const makeToken = 'make-a-token';
export const reportIncident = 'report-an-incident';
