// By which a clause is found on the charter's page.
export const clauseId = (number: string) => `clause-${number}`;
