// What all drawn figures have: a caption, the drawing, which nobody has to see, and a table of the same numbers.
import type { ReactNode } from 'react';
import { useId } from 'react';

import './figures.css';

/** Words of every figure that is drawn, in the reader's language. */
export interface FigureWords {
  caption: string;
  /** Opens the table. */
  asTable: string;
  /** What the first column of the table holds. */
  head: string;
}

interface TwinColumn {
  title: string;
  /** What only the reader is to see, and no paper. */
  own?: boolean;
}

interface TwinRow {
  key: string;
  label: string;
  /** One for each column after the first. */
  cells: readonly string[];
}

interface Props {
  words: FigureWords;
  columns: readonly TwinColumn[];
  rows: readonly TwinRow[];
  /** The drawing. */
  children: ReactNode;
}

export function Figure({ words, columns, rows, children }: Props) {
  const name = useId();
  const shown = (i: number) => (columns[i]?.own ? 'no-print' : undefined);
  return (
    <figure className="figure" aria-labelledby={name}>
      <figcaption id={name}>{words.caption}</figcaption>
      <div className="figure-picture" aria-hidden="true">
        {children}
      </div>
      <details className="figure-twin">
        <summary className="target">{words.asTable}</summary>
        <div className="scrolls" tabIndex={0} role="region" aria-labelledby={name}>
          <table className="figure-table" aria-labelledby={name}>
            <thead>
              <tr>
                <th scope="col">{words.head}</th>
                {columns.map(({ title }, i) => (
                  <th key={i} scope="col" className={shown(i)}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, label, cells }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, i) => (
                    <td key={i} className={shown(i)}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** What a mark or a ground of the drawing means. */
export function LegendEntry({ says, className, children }: { says: string; className?: string; children: ReactNode }) {
  return (
    <li className={className}>
      <svg width={28} height={16}>
        {children}
      </svg>
      {says}
    </li>
  );
}
