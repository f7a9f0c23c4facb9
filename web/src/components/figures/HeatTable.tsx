// Counts by level: the larger the part of a row that is in a cell, the stronger its ground. A row opens to those that it sums.
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';

import './figures.css';

interface HeatRow {
  key: string;
  label: string;
  /** One for each level. */
  counts: readonly number[];
  children?: readonly HeatRow[];
}

interface Props {
  caption: string;
  /** What the rows are. */
  head: string;
  levels: readonly string[];
  rows: readonly HeatRow[];
  /** What stands in a cell, from its count and that of its row. */
  format: (count: number, all: number) => string;
  /** How a row that does not open is called; its label, where it is left out. */
  leaf?: (row: HeatRow) => ReactNode;
}

export function HeatTable({ caption, head, levels, rows, format, leaf = ({ label }) => label }: Props) {
  const name = useId();
  return (
    <figure className="figure" aria-labelledby={name}>
      <figcaption id={name}>{caption}</figcaption>
      <div className="scrolls" tabIndex={0} role="region" aria-labelledby={name}>
        <table className="figure-table heat-table" aria-labelledby={name}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {levels.map((level, i) => (
                <th key={i} scope="col">
                  {level}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} depth={0} format={format} leaf={leaf} />
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

interface RowProps {
  row: HeatRow;
  /** In how many rows that are open it lies. */
  depth: number;
  format: Props['format'];
  leaf: (row: HeatRow) => ReactNode;
}

function Row({ row, depth, format, leaf }: RowProps) {
  const { label, counts, children = [] } = row;
  const [open, setOpen] = useState(false);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <tr>
        <th scope="row" className={`heat-depth-${Math.min(depth, deepest)}`}>
          {children.length === 0 ? (
            leaf(row)
          ) : (
            <UnstyledButton className="heat-drill" aria-expanded={open} onClick={() => setOpen(!open)}>
              <span aria-hidden="true">{open ? '−' : '+'}</span>
              {label}
            </UnstyledButton>
          )}
        </th>
        {counts.map((count, level) => (
          <td key={level} className={count > 0 ? `heat-${stepOf(count / all, counts.length)}` : undefined}>
            {format(count, all)}
          </td>
        ))}
      </tr>
      {open &&
        children.map((child) => <Row key={child.key} row={child} depth={depth + 1} format={format} leaf={leaf} />)}
    </>
  );
}

const steps = 5;
/** Half of an even part is a step, so that what is far more than that is told from what is little more, whatever the number of levels. */
const stepOf = (share: number, levels: number) => Math.min(steps, Math.ceil(2 * levels * share - 1e-9));
/** Where rows are no longer set in further. */
const deepest = 2;
