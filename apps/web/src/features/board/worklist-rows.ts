import type { HandoffSummary } from '#contracts';
import type { BoardSort } from './board-search.js';

/** The rows that are shown, in the order in which they were when somebody last asked for it. */
export interface ShownRows {
  ids: readonly string[];
  rows: ReadonlyMap<string, ShownRow>;
}

export interface ShownRow {
  id: string;
  row: HandoffSummary;
  /** Counts up whenever what is shown of it changes while somebody looks. */
  revision: number;
  /** It would not be in this list any more; it stays where it is until somebody asks. */
  isGone: boolean;
}

/** What waits behind the button, so that nothing moves under a pointer. */
export interface Waiting {
  entering: readonly string[];
  moved: readonly string[];
  gone: readonly string[];
}

export const nothing: ShownRows = { ids: [], rows: new Map() };

/** A page comes to the end of the list. What is there already stays where it is. */
export function appended(shown: ShownRows, page: readonly HandoffSummary[]): ShownRows {
  const rows = new Map(shown.rows);
  const ids = [...shown.ids];
  for (const row of page) {
    const known = rows.get(row.id);
    if (!known) ids.push(row.id);
    rows.set(row.id, known ? { ...known, row } : { id: row.id, row, revision: 0, isGone: false });
  }
  return { ids, rows };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows as they are now, in their old places. `members`: those of them that the list would still have. */
export function patched(shown: ShownRows, fresh: readonly HandoffSummary[], members: ReadonlySet<string>): ShownRows {
  let isChanged = false;
  const rows = new Map(shown.rows);
  for (const row of fresh) {
    const known = rows.get(row.id);
    const isGone = !members.has(row.id);
    if (!known || (known.isGone === isGone && isSame(known.row, row))) continue;
    rows.set(row.id, { ...known, row, isGone, revision: known.revision + 1 });
    isChanged = true;
  }
  return isChanged ? { ids: shown.ids, rows } : shown;
}

/** Before the server has said so, where it cannot sensibly refuse. */
export function patchedBefore(
  shown: ShownRows,
  ids: readonly string[],
  change: (row: HandoffSummary) => Partial<HandoffSummary>,
): ShownRows {
  const rows = new Map(shown.rows);
  for (const id of ids) {
    const known = rows.get(id);
    if (known) rows.set(id, { ...known, row: { ...known.row, ...change(known.row) } });
  }
  return { ids: shown.ids, rows };
}

/** By somebody's own hand rows leave at once. */
export function without(shown: ShownRows, gone: ReadonlySet<string>): ShownRows {
  const rows = new Map([...shown.rows].filter(([id]) => !gone.has(id)));
  return { ids: shown.ids.filter((id) => !gone.has(id)), rows };
}

type Key = Pick<HandoffSummary, 'dueAt' | 'issuedAt' | 'lastActivityAt' | 'id'>;

/** As the server sorts. */
export function comesBefore(a: Key, b: Key, sort: BoardSort): boolean {
  if (sort === 'due') return a.dueAt === b.dueAt ? a.id < b.id : a.dueAt < b.dueAt;
  const [mine, others] = sort === 'issued' ? [a.issuedAt, b.issuedAt] : [a.lastActivityAt, b.lastActivityAt];
  return mine === others ? a.id > b.id : mine > others;
}

/** Rows whose place is not theirs any more. */
export function movedOf({ ids, rows }: ShownRows, sort: BoardSort): string[] {
  const moved: string[] = [];
  let last: HandoffSummary | undefined;
  for (const id of ids) {
    const entry = rows.get(id);
    if (!entry || entry.isGone) continue;
    if (last && !comesBefore(last, entry.row, sort)) moved.push(id);
    else last = entry.row;
  }
  return moved;
}

export const goneOf = ({ ids, rows }: ShownRows): string[] => ids.filter((id) => rows.get(id)?.isGone);

/** Whether a new row would stand among what is loaded, or comes with a later page anyway. */
export function entersAmong(shown: ShownRows, row: HandoffSummary, sort: BoardSort, hasMore: boolean): boolean {
  if (shown.rows.has(row.id)) return false;
  const last = shown.ids.at(-1);
  const end = last === undefined ? undefined : shown.rows.get(last)?.row;
  return !hasMore || end === undefined || comesBefore(row, end, sort);
}
