// How many gave each pair of answers: a row for each of the first, the rarest last, as one reads such maps.
import { useId } from 'react';

import '../../components/figures/figures.css';

interface Props {
  caption: string;
  /** What the rows and the columns are. */
  head: string;
  first: readonly string[];
  second: readonly string[];
  /** A row for each of the first, with a cell for each of the second. */
  table: readonly (readonly number[])[];
}

const steps = 5;

/** An even part is in the first step; five of them and more in the last. */
const stepOf = (count: number, all: number, cells: number) => Math.min(steps, Math.ceil((count * cells) / all - 1e-9));

export function PairTable({ caption, head, first, second, table }: Props) {
  const name = useId();
  const all = table.flat().reduce((sum, count) => sum + count, 0);
  const cells = first.length * second.length;
  return (
    <figure className="figure" aria-labelledby={name}>
      <figcaption id={name}>{caption}</figcaption>
      <div className="scrolls" tabIndex={0} role="region" aria-labelledby={name}>
        <table className="figure-table heat-table" aria-labelledby={name}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {second.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first
              .map((row, i) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {second.map((column, j) => {
                    const count = table[i]?.[j] ?? 0;
                    return (
                      <td key={column} className={count > 0 ? `heat-${stepOf(count, all, cells)}` : undefined}>
                        {count}
                      </td>
                    );
                  })}
                </tr>
              ))
              .reverse()}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
