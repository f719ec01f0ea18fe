import type { HandoffSummary, Page } from '#contracts';
import { pageSize } from './board-paths.js';
import type { Asked, BoardSort } from './board-search.js';
import {
  appended,
  entersAmong,
  goneOf,
  movedOf,
  nothing,
  patched,
  patchedBefore,
  type ShownRows,
  type Waiting,
  without,
} from './worklist-rows.js';

/** More than so many are not asked for again at once: whoever scrolled further scrolls again. */
const mostReloaded = 500;

export interface Ask {
  (query: Asked & { limit?: string; cursor?: string; ids?: string }): Promise<Page<HandoffSummary>>;
}

export interface WorklistState extends ShownRows {
  phase: 'loading' | 'ready';
  isAsking: boolean;
  hasMore: boolean;
  waiting: Waiting;
  /** What went wrong last, while nothing has gone right since. */
  error: unknown;
  /** When the server last answered. */
  answeredAt: Date | null;
}

const nobodyWaits: Waiting = { entering: [], moved: [], gone: [] };

/**
 * The list of one filter: pages as one scrolls, rows that change in their places, and what would come in or move kept back until somebody
 * asks for it.
 */
export class WorklistStore {
  private state: WorklistState = {
    ...nothing,
    phase: 'loading',
    isAsking: false,
    hasMore: false,
    waiting: nobodyWaits,
    error: null,
    answeredAt: null,
  };
  private next: string | null = null;
  private readonly entering = new Set<string>();
  private readonly outdated = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly sort: BoardSort;
  private isRefreshing = false;
  private isLoaded = false;

  constructor(
    readonly query: Asked,
    private readonly ask: Ask,
  ) {
    this.sort = (query['sort'] as BoardSort | undefined) ?? 'due';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): WorklistState => this.state;

  /** The first page, once. */
  open(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    void this.reload();
  }

  /** From the beginning, as many rows as were there. Also what the button does. */
  async reload(): Promise<void> {
    const wanted = Math.min(Math.max(this.state.ids.length, 1), mostReloaded);
    await this.asking(async () => {
      let rows = nothing;
      let cursor: string | null = null;
      do {
        const page: Page<HandoffSummary> = await this.page(cursor);
        rows = appended(rows, page.items);
        cursor = page.next;
      } while (cursor !== null && rows.ids.length < wanted);
      this.next = cursor;
      this.entering.clear();
      this.outdated.clear();
      this.show(rows);
    });
  }

  /** The next page. */
  async more(): Promise<void> {
    if (this.next === null || this.state.isAsking) return;
    await this.asking(async () => {
      const { items, next } = await this.page(this.next);
      this.next = next;
      for (const { id } of items) this.entering.delete(id);
      this.show(appended(this.state, items));
    });
  }

  /** Until so many rows are there, or all. */
  async upTo(count: number): Promise<readonly string[]> {
    while (this.next !== null && this.state.ids.length < count && this.state.error === null) {
      if (this.state.isAsking) await this.settled();
      else await this.more();
    }
    return this.state.ids.slice(0, count);
  }

  /** Something happened: these handoffs for sure, any other row perhaps. */
  async heard(handoffIds: readonly string[], inView: readonly string[]): Promise<void> {
    for (const id of this.state.ids) this.outdated.add(id);
    const unknown = handoffIds.filter((id) => !this.state.rows.has(id));
    await Promise.all([this.look(inView), this.lookForEntering(unknown)]);
  }

  /** Something may have been missed. */
  async missed(inView: readonly string[]): Promise<void> {
    for (const id of this.state.ids) this.outdated.add(id);
    await this.look(inView);
    await this.quietly(async () => {
      const { items } = await this.page(null);
      this.keepBack(items);
    });
  }

  /** Rows come into view: those that may be out of date are asked for again. */
  async look(inView: readonly string[]): Promise<void> {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    try {
      for (let ids = this.outdatedOf(inView); ids.length > 0; ids = this.outdatedOf(inView)) {
        for (const id of ids) this.outdated.delete(id);
        if (!(await this.quietly(() => this.refresh(ids)))) break;
      }
    } finally {
      this.isRefreshing = false;
    }
  }

  /** Shown before the server has said so. Returns how to take it back. */
  expect(ids: readonly string[], change: (row: HandoffSummary) => Partial<HandoffSummary>): () => void {
    const before = ids.flatMap((id) => this.state.rows.get(id)?.row ?? []);
    this.show(patchedBefore(this.state, ids, change));
    return () => this.show(patchedBefore(this.state, ids, (row) => before.find(({ id }) => id === row.id) ?? row));
  }

  /** After somebody's own act: as the rows are now, and away with those that left the list. */
  async acted(ids: readonly string[]): Promise<void> {
    const known = ids.filter((id) => this.state.rows.has(id));
    await this.quietly(async () => {
      for (let at = 0; at < known.length; at += pageSize) await this.refresh(known.slice(at, at + pageSize));
      const gone = known.filter((id) => this.state.rows.get(id)?.isGone);
      this.show(without(this.state, new Set(gone)));
      // What came back by undoing stands elsewhere: it waits behind the button like everything that comes in.
      const back = ids.filter((id) => !known.includes(id)).slice(0, pageSize);
      await this.lookForEntering(back);
    });
  }

  private outdatedOf(inView: readonly string[]): string[] {
    return inView.filter((id) => this.outdated.has(id)).slice(0, pageSize);
  }

  private async refresh(ids: readonly string[]): Promise<void> {
    const named = { ids: ids.join(','), limit: String(pageSize) };
    const [fresh, members] = await Promise.all([this.ask(named), this.ask({ ...this.query, ...named })]);
    this.show(patched(this.state, fresh.items, new Set(members.items.map(({ id }) => id))));
  }

  private async lookForEntering(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.quietly(async () => {
      const named = ids.slice(0, pageSize).join(',');
      const { items } = await this.ask({ ...this.query, ids: named, limit: String(pageSize) });
      // What was to come in may have gone again.
      for (const id of ids) this.entering.delete(id);
      this.keepBack(items);
    });
  }

  private keepBack(items: readonly HandoffSummary[]): void {
    for (const row of items) {
      if (entersAmong(this.state, row, this.sort, this.next !== null)) this.entering.add(row.id);
    }
    this.show(this.state);
    // Nobody points at an empty list.
    if (this.state.ids.length === 0 && this.entering.size > 0) void this.reload();
  }

  private page(cursor: string | null): Promise<Page<HandoffSummary>> {
    return this.ask({ ...this.query, limit: String(pageSize), ...(cursor === null ? {} : { cursor }) });
  }

  private show({ ids, rows }: ShownRows): void {
    const shown = { ids, rows };
    const waiting = { entering: [...this.entering], moved: movedOf(shown, this.sort), gone: goneOf(shown) };
    this.change({ ...shown, waiting, hasMore: this.next !== null });
  }

  private change(changed: Partial<WorklistState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of [...this.listeners]) listener();
  }

  private async asking(work: () => Promise<void>): Promise<void> {
    this.change({ isAsking: true });
    try {
      await work();
      this.change({ phase: 'ready', isAsking: false, error: null, answeredAt: new Date() });
    } catch (error) {
      this.change({ isAsking: false, error });
    }
  }

  /** What nobody asked for does not disturb when it fails; the row is asked for again when it is next looked at. */
  private async quietly(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.change({ error });
      return false;
    }
  }

  private settled(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.state.isAsking) return;
        stop();
        resolve();
      });
    });
  }
}
