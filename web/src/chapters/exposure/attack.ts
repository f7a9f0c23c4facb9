// Which outcomes of the NIST framework answer which technique of ATT&CK. The table comes with the page: what one looks up in it nobody learns.
import table from '../../../../questions/csf-2.0-attack-16.1.json';

/** The set whose outcomes the table names. */
export const answering_set = 'nist-csf-2.0';

function byTechnique(): ReadonlyMap<string, readonly string[]> {
  const outcomes = new Map<string, string[]>();
  for (const [outcome, techniques] of Object.entries(table.outcomes))
    for (const technique of techniques) outcomes.set(technique, [...(outcomes.get(technique) ?? []), outcome]);
  return outcomes;
}

/** By the technique's id. */
export const outcomesAgainst = byTechnique();
