// From what a risk is proposed. It stands in the address, so that any page can lead to a form that is filled.
export interface Source {
  /** The id of an incident in the exchange. */
  incident?: string;
  /** The id of a question: "PR.AA-03". */
  outcome?: string;
}

const longest = 200;
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= longest;

/** Of an address, which may say anything. */
export const sourceOf = ({ incident, outcome }: Record<string, unknown>): Source => ({
  ...(isId(incident) ? { incident } : {}),
  ...(isId(outcome) ? { outcome } : {}),
});
