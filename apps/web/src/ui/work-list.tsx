import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './work-list.module.css';

const features = tableFeatures({ columnVisibilityFeature, columnMeta: {} as { width: string } });

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

/** Rows beside those in the window, above and below. */
const overscan = 8;
/** So many rows before the end of what is loaded, more is asked for. */
const nearEnd = 40;
const skeletons = 3;
const remOf = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * A list of work as an ARIA grid: only the rows in the window are in the page, yet the grid says how many there are and which is which. One tab
 * stop; the row that has the focus is never taken out of the page. On narrow screens each row is a card.
 */
export function WorkList<Row extends { id: string }>(props: WorkListProps<Row>): ReactNode {
  const { ids, rowOf, total, columns, hidden, isCompact, isNarrow, hasMore, canSelect, selected, onSelect } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(props.startAt ?? null);
  const activeAt = useMemo(() => Math.max(0, active === null ? 0 : ids.indexOf(active)), [ids, active]);
  const wanted = useRef<string | null>(props.startAt ?? null);
  const anchor = useRef<string | null>(null);
  const shown = useShownColumns(columns, hidden);
  const rem = useMemo(remOf, []);
  const top = useTopOf(body, ids.length === 0);

  const virtual = useWindowVirtualizer({
    count: ids.length + (hasMore ? skeletons : 0),
    estimateSize: () => Math.round((isNarrow ? 9 : isCompact ? 2 : 2.75) * rem),
    getItemKey: (index) => ids[index] ?? `later-${index}`,
    overscan,
    scrollMargin: top,
    scrollPaddingStart: 3 * rem,
    scrollPaddingEnd: 5 * rem,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (ids.length === 0 || indexes.includes(activeAt)) return indexes;
      return [...indexes, activeAt].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  useEffect(() => virtual.measure(), [virtual, isCompact, isNarrow]);

  const { range } = virtual;
  const [from, to] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  const { onEnd, onLook } = props;
  useEffect(() => {
    if (hasMore && to >= ids.length - nearEnd) onEnd();
  }, [hasMore, to, ids.length, onEnd]);
  useEffect(() => onLook?.(ids.slice(from, to + 1)), [ids, from, to, onLook]);

  const focusRow = useCallback(
    (index: number): void => {
      const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
      if (id === undefined) return;
      wanted.current = id;
      setActive(id);
      virtual.scrollToIndex(ids.indexOf(id), { align: 'auto' });
      elementOf(body.current, id)?.focus({ preventScroll: true });
    },
    [ids, virtual],
  );
  // A row that was scrolled to is there only after the list was drawn again.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = elementOf(body.current, wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });
  useImperativeHandle(
    props.handle,
    () => ({
      focus: (id) => focusRow(id === undefined ? activeAt : ids.indexOf(id)),
      current: () => ids[activeAt] ?? null,
      inView: () => ids.slice(from, to + 1),
    }),
    [focusRow, activeAt, ids, from, to],
  );

  const select = useCallback(
    (index: number, isRange: boolean): void => {
      const id = ids[index];
      if (id === undefined) return;
      const next = new Set(selected);
      const start = isRange && anchor.current !== null ? ids.indexOf(anchor.current) : -1;
      if (start >= 0) for (const one of ids.slice(Math.min(start, index), Math.max(start, index) + 1)) next.add(one);
      else if (!next.delete(id)) next.add(id);
      anchor.current = id;
      onSelect(next);
    },
    [ids, selected, onSelect],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInside(event.target, 'input:not([type=checkbox]), textarea, select')) return;
    const row = ids[activeAt] === undefined ? undefined : rowOf(ids[activeAt]);
    const hasLetters = props.areLettersOn();
    const step = stepOf(event) ?? (hasLetters ? letterStepOf(event) : null);
    if (step !== null) {
      event.preventDefault();
      if (event.shiftKey && canSelect && Math.abs(step) === 1) {
        anchor.current ??= ids[activeAt] ?? null;
        select(Math.min(Math.max(activeAt + step, 0), ids.length - 1), true);
      }
      return focusRow(Number.isFinite(step) ? activeAt + step : step < 0 ? 0 : ids.length - 1);
    }
    if (alongRow(event)) return event.preventDefault();
    if (canSelect && ((hasLetters && event.key === 'x') || (event.key === ' ' && isRow(event.target)))) {
      event.preventDefault();
      return select(activeAt, false);
    }
    if (event.key === 'Enter' && row && isRow(event.target)) {
      event.preventDefault();
      return props.onOpen(row);
    }
    if (props.onKey(event, row)) event.preventDefault();
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
      onKeyDown={onKeyDown}
      onFocus={(event: FocusEvent) => {
        const id = idOf(event.target);
        if (id !== null) setActive(id);
      }}
      onClick={(event: MouseEvent) => {
        const id = idOf(event.target);
        if (id === null) return;
        if (isInside(event.target, 'input[type=checkbox]')) select(ids.indexOf(id), event.shiftKey);
        else if (!isInside(event.target, 'a, button, label')) focusRow(ids.indexOf(id));
      }}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {canSelect && (
            <span role="columnheader">
              <span className="visually-hidden">{t('list.selected')}</span>
            </span>
          )}
          {shown.map(({ id, title, isTitleHidden = false }) => (
            <span role="columnheader" key={id}>
              <span className={isTitleHidden ? 'visually-hidden' : undefined}>{title}</span>
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key, size }) => {
          const id = ids[index];
          const row = id === undefined ? undefined : rowOf(id);
          const at = start - top;
          if (!row) return <div key={key} role="presentation" className={classes.later} style={place(at, size)} />;
          const look = props.lookOf(row);
          return (
            <OneRow
              key={key}
              row={row}
              {...{ index, at, columns: shown, canSelect, ...look }}
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

interface OneRowProps<Row> {
  row: Row;
  index: number;
  at: number;
  height: number | undefined;
  measure: ((element: HTMLElement | null) => void) | undefined;
  columns: readonly WorkColumn<Row>[];
  canSelect: boolean;
  selectLabel: string;
  isSelected: boolean;
  isActive: boolean;
  tone?: string | undefined;
  revision: number;
  isGone: boolean;
}

const place = (at: number, height?: number): CSSProperties => ({
  transform: `translateY(${at}px)`,
  ...(height === undefined ? {} : { height }),
});

function PlainRow<Row extends { id: string }>(props: OneRowProps<Row>): ReactNode {
  const { row, index, at, height, measure, columns, canSelect, isSelected, isActive, tone, revision, isGone } = props;
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-id={row.id}
      data-tone={tone}
      data-gone={isGone || undefined}
      data-changed={revision === 0 ? undefined : revision % 2 === 0 ? 'even' : 'odd'}
      aria-rowindex={index + 2}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      className={classes.row}
      style={place(at, height)}
    >
      {canSelect && (
        <span role="gridcell" className={classes.check}>
          <label>
            <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={props.selectLabel} />
          </label>
        </span>
      )}
      {columns.map(({ id, cell }) => (
        <span role="gridcell" key={id} data-column={id}>
          {cell(row)}
        </span>
      ))}
    </div>
  );
}
const OneRow = memo(PlainRow) as typeof PlainRow;

/** Which columns there are, in the table's terms. */
function useShownColumns<Row extends { id: string }>(
  columns: readonly WorkColumn<Row>[],
  hidden: readonly string[],
): WorkColumn<Row>[] {
  const defs = useMemo(
    () =>
      columns.map(({ id, title, width, isFixed }): ColumnDef<typeof features, Row> => ({
        id,
        header: title,
        enableHiding: !isFixed,
        meta: { width },
      })),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const [noRows] = useState<Row[]>([]);
  const table = useTable({ features, columns: defs, data: noRows, state: { columnVisibility } });
  const visible = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join();
  return useMemo(() => columns.filter(({ id }) => visible.split(',').includes(id)), [columns, visible]);
}

/** Where the rows begin in the page: what stands above them comes and goes. */
function useTopOf(element: RefObject<HTMLElement | null>, isEmpty: boolean): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const now = element.current ? element.current.getBoundingClientRect().top + window.scrollY : 0;
      setTop((before) => (Math.abs(before - now) < 1 ? before : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    for (const sibling of element.current?.closest('main')?.children ?? []) observer.observe(sibling);
    return () => observer.disconnect();
  }, [element, isEmpty]);
  return top;
}

const elementOf = (body: HTMLElement | null, id: string): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
const isInside = (target: EventTarget, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
const isRow = (target: EventTarget): boolean => target instanceof Element && target.getAttribute('role') === 'row';
const idOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null;

/** How far a key moves through the list; null: it is no key of moving. */
function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null {
  if (altKey) return null;
  if (key === 'Home') return -Infinity;
  if (key === 'End') return Infinity;
  if (ctrlKey || metaKey) return null;
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 10;
    case 'PageUp':
      return -10;
    default:
      return null;
  }
}

const letterStepOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null => {
  if (ctrlKey || metaKey || altKey) return null;
  const letter = key.toLowerCase();
  return letter === 'j' ? 1 : letter === 'k' ? -1 : null;
};

/** Right and left go through what can be pressed in a row, and back to the row. */
function alongRow({ key, target }: KeyboardEvent): boolean {
  if ((key !== 'ArrowRight' && key !== 'ArrowLeft') || !(target instanceof HTMLElement)) return false;
  const row = target.closest<HTMLElement>('[role=row]');
  if (!row) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a, button, input')];
  stops[stops.indexOf(target) + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  return true;
}
