import type { CSSProperties, FocusEvent, KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows, useSelecting, useShownColumns } from './use-work-list.js';
import { alongRow, idOf, isInside, isRow, letterStepOf, stepOf } from './work-list-keys.js';
import { Head, LaterRow, OneRow } from './work-list-parts.js';
import classes from './work-list.module.css';

export interface WorkColumn<Row> {
  id: string;
  title: string;
  /** A track of a CSS grid. */
  width: string;
  /** Always there. */
  isFixed?: boolean;
  /** The head of the column is for those who hear it. */
  isTitleHidden?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface WorkListHandle {
  focus: (id?: string) => void;
  /** The row that has or had the focus. */
  current: () => string | null;
  inView: () => readonly string[];
}

export interface WorkListProps<Row> {
  label: string;
  ids: readonly string[];
  rowOf: (id: string) => Row | undefined;
  /** All there are, also those that are not loaded; undefined while nobody knows. */
  total: number | undefined;
  columns: readonly WorkColumn<Row>[];
  hidden: readonly string[];
  isCompact: boolean;
  isNarrow: boolean;
  hasMore: boolean;
  /** The last loaded rows are near. */
  onEnd: () => void;
  /** Other rows have come into view. */
  onLook?: (ids: readonly string[]) => void;
  selected: ReadonlySet<string>;
  canSelect: boolean;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (row: Row) => void;
  /** Whether letters are keys here. */
  areLettersOn: () => boolean;
  /** What a row is called where it is not seen. */
  nameOf: (row: Row) => string;
  /** Whether it was one of the keys of whoever shows the list. */
  onKey: (event: KeyboardEvent, row: Row | undefined) => boolean;
  /** Attributes of the row that its look depends on. */
  lookOf: (row: Row) => { tone?: string | undefined; revision: number; isGone: boolean };
  startAt?: string | null;
  handle: RefObject<WorkListHandle | null>;
}

/**
 * A list of work as an ARIA grid: only the rows in the window are in the page, yet the grid says how many there are and which is which. One tab
 * stop; the row that has the focus is never taken out of the page. On narrow screens each row is a card.
 */
export function WorkList<Row extends { id: string }>(props: WorkListProps<Row>): ReactNode {
  const { t } = useTranslation();
  const { ids, rowOf, total, columns, hidden, isCompact, isNarrow, canSelect, selected } = props;
  const shown = useShownColumns(columns, hidden);
  const { body, top, activeAt, setActive, focusRow, virtual } = useRows(props);
  const select = useSelecting(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (pressed(event, props, { activeAt, focusRow, select })) event.preventDefault();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const id = idOf(target);
    if (id !== null) setActive(id);
  };
  const onClick = ({ target, shiftKey }: MouseEvent): void => {
    const id = idOf(target);
    if (id === null) return;
    if (isInside(target, 'input[type=checkbox]')) select(ids.indexOf(id), shiftKey);
    else if (!isInside(target, 'a, button, label')) focusRow(ids.indexOf(id));
  };
  const template = [canSelect ? '1.5rem' : '', ...shown.map(({ width }) => width)].join(' ');
  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={shown.length + (canSelect ? 1 : 0)}
      aria-multiselectable={canSelect || undefined}
      className={classes.grid}
      data-compact={isCompact || undefined}
      style={{ '--columns': template } as CSSProperties}
      {...{ onKeyDown, onFocus, onClick }}
    >
      <Head columns={shown} canSelect={canSelect} />
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key, size }) => {
          const id = ids[index];
          const row = id === undefined ? undefined : rowOf(id);
          if (!row) return <LaterRow key={key} at={start - top} height={size} />;
          return (
            <OneRow
              key={key}
              row={row}
              {...{ index, canSelect, ...props.lookOf(row) }}
              at={start - top}
              columns={shown}
              height={isNarrow ? undefined : size}
              measure={isNarrow ? virtual.measureElement : undefined}
              selectLabel={canSelect ? t('list.select', { name: props.nameOf(row) }) : ''}
              isSelected={selected.has(row.id)}
              isActive={index === activeAt}
            />
          );
        })}
      </div>
    </div>
  );
}

interface Moves {
  activeAt: number;
  focusRow: (index: number) => void;
  select: (index: number, isRange: boolean, from?: number) => void;
}

/** Whether the key was one of the list's, or of whoever shows it. */
function pressed<Row extends { id: string }>(
  event: KeyboardEvent,
  { ids, rowOf, canSelect, areLettersOn, onOpen, onKey }: WorkListProps<Row>,
  { activeAt, focusRow, select }: Moves,
): boolean {
  const { key, target, shiftKey } = event;
  if (isInside(target, 'input:not([type=checkbox]), textarea, select')) return false;
  const id = ids[activeAt];
  const row = id === undefined ? undefined : rowOf(id);
  const hasLetters = areLettersOn();
  const step = stepOf(event) ?? (hasLetters ? letterStepOf(event) : null);
  if (step !== null) {
    const to = Math.min(Math.max(activeAt + step, 0), ids.length - 1);
    if (shiftKey && canSelect && Math.abs(step) === 1) select(to, true, activeAt);
    focusRow(to);
    return true;
  }
  if (alongRow(event)) return true;
  if (canSelect && ((hasLetters && key === 'x') || (key === ' ' && isRow(target)))) {
    select(activeAt, false);
    return true;
  }
  if (key === 'Enter' && row && isRow(target)) {
    onOpen(row);
    return true;
  }
  return onKey(event, row);
}
