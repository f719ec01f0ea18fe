import type { ReactNode } from 'react';
import classes from './stacked-table.module.css';

/**
 * A table that becomes one block for each row where the window is narrow: each cell then carries its column's name. The roles are said in words, because a
 * browser forgets them when a table is laid out as blocks.
 */
export function StackedTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly string[];
  children: ReactNode;
}): ReactNode {
  return (
    <table className={classes.table} role="table" aria-label={label}>
      <thead role="rowgroup" className={classes.head}>
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function StackedRow({ children, tone }: { children: ReactNode; tone?: 'late' | 'soon' | undefined }): ReactNode {
  return (
    <tr role="row" className={classes.row} data-tone={tone}>
      {children}
    </tr>
  );
}

/** `label`: the column's name again, for narrow windows. */
export function StackedCell({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <td role="cell" data-label={label} className={classes.cell}>
      <div>{children}</div>
    </td>
  );
}
