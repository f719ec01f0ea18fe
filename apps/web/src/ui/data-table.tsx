import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { lettersAreOn } from '../app/keys-help.js';
import classes from './data-table.module.css';

export interface Column<Row> {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
}

const forward: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
  j: (at, count) => Math.min(at + 1, count - 1),
  k: (at) => Math.max(at - 1, 0),
};

/**
 * Rows of one kind. What a row opens carries `data-row`; all of these together are one tab stop, with `j k`, arrows, Home and End between them and
 * Enter to open. `keys` are further letters for the row in focus.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  keys = {},
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  keys?: Readonly<Record<string, (row: Row) => void>>;
}): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const openers = (): HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  useEffect(() => {
    const all = openers();
    const stop = Math.min(active, all.length - 1);
    for (const [at, opener] of all.entries()) opener.tabIndex = at === stop ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = openers();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !lettersAreOn()) return;
    const move = forward[event.key];
    const row = rows[at];
    if (move) all[move(at, all.length)]?.focus();
    else if (row !== undefined && keys[event.key]) keys[event.key]?.(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table className={classes.table} aria-label={label} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, head }) => (
            <th key={id} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        ref={body}
        role="rowgroup"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setActive(Math.max(0, openers().indexOf(target)))}
      >
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ id, head, cell }) => (
              <td key={id} role="cell" data-head={head}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
