import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { defaultRangeExtractor, useWindowVirtualizer, type ReactVirtualizer } from '@tanstack/react-virtual';
import {
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { WorkColumn, WorkListProps } from './work-list.js';
import { elementOf } from './work-list-keys.js';

const features = tableFeatures({ columnVisibilityFeature, columnMeta: {} as { width: string } });

/** Rows beside those in the window, above and below. */
const overscan = 8;
/** So many rows before the end of what is loaded, more is asked for. */
const nearEnd = 40;
const skeletons = 3;
const remOf = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

interface Geometry {
  body: RefObject<HTMLDivElement | null>;
  /** Where the rows begin in the page. */
  top: number;
  activeAt: number;
  setActive: (id: string) => void;
  focusRow: (index: number) => void;
  virtual: ReactVirtualizer<Window, HTMLElement>;
}

/** Which rows stand in the page, and which of them has the focus or had it last. */
export function useRows<Row extends { id: string }>(props: WorkListProps<Row>): Geometry {
  const { ids, isNarrow, isCompact, hasMore, startAt = null, handle } = props;
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(startAt);
  const activeAt = useMemo(() => Math.max(0, active === null ? 0 : ids.indexOf(active)), [ids, active]);
  const wanted = useRef<string | null>(startAt);
  const rem = useMemo(remOf, []);
  const top = useTopOf(body);
  const virtual = useWindowVirtualizer<HTMLElement>({
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
  useEffect(() => virtual.measure(), [virtual, isCompact, isNarrow]);
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
  const [from, to] = useLook(props, virtual.range);
  useImperativeHandle(
    handle,
    () => ({
      focus: (id) => focusRow(id === undefined ? activeAt : ids.indexOf(id)),
      current: () => ids[activeAt] ?? null,
      inView: () => ids.slice(from, to + 1),
    }),
    [focusRow, activeAt, ids, from, to],
  );
  return { body, top, activeAt, setActive, focusRow, virtual };
}

/** Tells what is looked at, and asks for more before the end is reached. */
function useLook<Row>(
  { ids, hasMore, onEnd, onLook }: WorkListProps<Row>,
  range: { startIndex: number; endIndex: number } | null,
): [from: number, to: number] {
  const [from, to] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => {
    if (hasMore && to >= ids.length - nearEnd) onEnd();
  }, [hasMore, to, ids.length, onEnd]);
  useEffect(() => onLook?.(ids.slice(from, to + 1)), [ids, from, to, onLook]);
  return [from, to];
}

/** One row, or all from where the last one was selected. */
export function useSelecting<Row>({
  ids,
  selected,
  onSelect,
}: WorkListProps<Row>): (index: number, isRange: boolean, from?: number) => void {
  const anchor = useRef<string | null>(null);
  return useCallback(
    (index, isRange, from): void => {
      const id = ids[index];
      if (id === undefined) return;
      if (from !== undefined) anchor.current ??= ids[from] ?? null;
      const next = new Set(selected);
      const start = isRange && anchor.current !== null ? ids.indexOf(anchor.current) : -1;
      if (start >= 0) for (const one of ids.slice(Math.min(start, index), Math.max(start, index) + 1)) next.add(one);
      else if (!next.delete(id)) next.add(id);
      anchor.current = id;
      onSelect(next);
    },
    [ids, selected, onSelect],
  );
}

/** Which columns there are, in the table's terms. */
export function useShownColumns<Row extends { id: string }>(
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
function useTopOf(element: RefObject<HTMLElement | null>): number {
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
  }, [element]);
  return top;
}
