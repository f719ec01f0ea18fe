import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersAreOn } from '../../app/keys-help.js';
import { useIsNarrow } from '../../ui/narrow.js';
import { WorkList, type WorkColumn, type WorkListHandle } from '../../ui/work-list.js';
import { BlockDialog, type DialogKind, LabelDialog, LaterDialog, OwnerDialog } from './act-dialogs.js';
import { type Act, nameOf, useActs } from './acts.js';
import type { Asked } from './board-search.js';
import { BulkBar } from './bulk-bar.js';
import { handoffPath, toneOf } from './columns.js';
import { mostListed, mostSelected } from './limits.js';
import type { useLook } from './preferences.js';
import { RemindDialog } from './remind-dialog.js';
import { ResultPanel } from './result-panel.js';
import { RowMenu } from './row-menu.js';
import { saveRows } from './save-rows.js';
import { useBoardKeys } from './use-board-keys.js';
import type { ShownRow } from './worklist-rows.js';
import type { WorklistState, WorklistStore } from './worklist-store.js';

interface Props {
  query: Asked;
  state: WorklistState;
  store: WorklistStore;
  total: number | undefined;
  columns: readonly WorkColumn<ShownRow>[];
  look: ReturnType<typeof useLook>[0];
  canAct: boolean;
  handle: RefObject<WorkListHandle | null>;
  print: (ids: readonly string[]) => void;
}

/** From which row of which list somebody went away, so that coming back finds the place. */
const leftAt = new Map<string, string>();

const lookOf = ({ row, revision, isGone }: ShownRow) => ({ tone: toneOf(row), revision, isGone });
const nothingSelected: ReadonlySet<string> = new Set();

/** The rows, and everything that can be done to one or to many of them. */
export function HandoffList(props: Props): ReactNode {
  const { t } = useTranslation();
  const { query, state, store, total, columns, look, canAct, handle, print } = props;
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const work = useHandoffWork(props);
  const { acts, selected, select, clear, run, setAsking, setMenu, open, onKey, rowOf, asking, menu } = work;
  const [startAt] = useState(() => leftAt.get(JSON.stringify(query)) ?? null);
  const onEnd = useCallback(() => void store.more(), [store]);
  const onLook = useCallback((ids: readonly string[]) => void store.look(ids), [store]);
  const menuRow = menu && rowOf(menu.id);
  return (
    <>
      <ResultPanel acts={acts} />
      <div onClickCapture={work.onClick}>
        <WorkList
          label={t('board.label')}
          total={total !== undefined && total > mostListed ? undefined : total}
          {...{ columns, isNarrow, handle, selected, startAt, onKey, onEnd, onLook, lookOf }}
          ids={state.ids}
          rowOf={(id) => state.rows.get(id)}
          hidden={look.hidden}
          isCompact={look.isCompact}
          hasMore={state.hasMore}
          canSelect={canAct}
          onSelect={select}
          areLettersOn={lettersAreOn}
          nameOf={({ row }) => nameOf(row)}
          onOpen={({ id }) => open(id)}
        />
      </div>
      {canAct && selected.size > 0 && (
        <BulkBar
          count={selected.size}
          total={total ?? state.ids.length}
          ask={(kind) => work.ask(kind, null)}
          unblock={() => void run([...selected], { action: 'unblock' })}
          selectAll={() => void store.upTo(mostSelected).then((ids) => select(new Set(ids)))}
          clear={clear}
          print={() => print([...selected])}
          save={() => void saveRows([...selected])}
        />
      )}
      {menu && menuRow && (
        <RowMenu
          at={menu.at}
          row={menuRow}
          close={() => setMenu(null)}
          open={() => open(menu.id)}
          toPatient={() => void navigate({ to: '/patients/$patientId', params: { patientId: menuRow.patientId } })}
          ask={(kind) => setAsking({ kind, ids: [menu.id] })}
          unblock={() => void run([menu.id], { action: 'unblock' })}
        />
      )}
      {asking && (
        <ActDialog
          {...asking}
          rowOf={rowOf}
          known={knownOwners(state)}
          close={() => setAsking(null)}
          run={(act) => void run(asking.ids, act)}
        />
      )}
    </>
  );
}

/** What is selected and what is being asked, and what happens then. */
function useHandoffWork({ query, state, store, canAct, handle }: Props) {
  const navigate = useNavigate();
  const acts = useActs(store);
  const [selected, setSelected] = useState(nothingSelected);
  const [asking, setAsking] = useState<{ kind: DialogKind; ids: readonly string[] } | null>(null);
  const [menu, setMenu] = useState<{ id: string; at: DOMRect } | null>(null);
  const rowOf = useCallback((id: string) => store.snapshot().rows.get(id)?.row, [store]);
  const clear = useCallback(() => setSelected(nothingSelected), []);
  const select = useCallback((ids: ReadonlySet<string>) => setSelected(new Set([...ids].slice(0, mostSelected))), []);
  const ask = useCallback(
    (kind: DialogKind, id: string | null): void => {
      const ids = selected.size > 0 ? [...selected] : id === null ? [] : [id];
      if (ids.length > 0) setAsking({ kind, ids });
    },
    [selected],
  );
  const run = useCallback(
    async (ids: readonly string[], act: Act): Promise<void> => {
      const next = neighbour(state.ids, ids, handle.current?.current() ?? null);
      clear();
      await acts.run(ids, act);
      const { rows: left } = store.snapshot();
      const to = next.find((id) => left.has(id));
      if (to !== undefined) handle.current?.focus(to);
    },
    [acts, clear, handle, state.ids, store],
  );
  const onKey = useBoardKeys(canAct, {
    ...{ ask, clear },
    undo: useCallback(() => void acts.undo(), [acts]),
    selectLoaded: useCallback(() => select(new Set(state.ids)), [select, state.ids]),
  });
  const open = useCallback(
    (id: string): void => {
      leftAt.set(JSON.stringify(query), id);
      void navigate({ to: handoffPath(id), state: { handoffIds: around(state.ids, id) } });
    },
    [navigate, query, state.ids],
  );
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const id = target.closest('[data-id]')?.getAttribute('data-id');
    if (!id) return;
    if (target.closest('a')) {
      leftAt.set(JSON.stringify(query), id);
      if (isPlain(event)) {
        // Opens like Enter does, with the way to the rows before and after; any other click stays the browser's.
        event.preventDefault();
        event.stopPropagation();
        open(id);
      }
    }
    const button = target.closest('[data-menu]');
    if (button) setMenu({ id, at: button.getBoundingClientRect() });
  };
  return { acts, selected, select, clear, ask, run, asking, setAsking, menu, setMenu, open, onKey, onClick, rowOf };
}

const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** As many as anybody walks through from one row; a history entry is no place for ten thousand. */
const walkable = 100;
function around(ids: readonly string[], id: string): string[] {
  const at = Math.max(0, ids.indexOf(id));
  return ids.slice(Math.max(0, at - walkable), at + walkable);
}

/** Where the focus goes when these rows leave: to the next that stays, else to the one before. */
function neighbour(ids: readonly string[], leaving: readonly string[], current: string | null): string[] {
  const at = current === null ? 0 : Math.max(0, ids.indexOf(current));
  const gone = new Set(leaving);
  const stays = (id: string): boolean => !gone.has(id);
  return [
    ...(current === null ? [] : [current]),
    ...ids.slice(at).filter(stays),
    ...ids.slice(0, at).reverse().filter(stays),
  ];
}

const knownOwners = ({ rows }: WorklistState): string[] =>
  [...new Set([...rows.values()].flatMap(({ row: { owner } }) => (owner === null ? [] : [owner])))].sort();

function ActDialog({
  kind,
  ids,
  rowOf,
  known,
  close,
  run,
}: {
  kind: DialogKind;
  ids: readonly string[];
  rowOf: Parameters<typeof RemindDialog>[0]['rowOf'];
  known: readonly string[];
  close: () => void;
  run: (act: Act) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [only, ...others] = ids;
  const row = only !== undefined && others.length === 0 ? rowOf(only) : undefined;
  const subject = useMemo(
    () => (row ? t('board.acts.for', { name: nameOf(row) }) : t('board.acts.forMany', { count: ids.length })),
    [row, ids.length, t],
  );
  const shared = { subject, close, run };
  switch (kind) {
    case 'owner':
      return <OwnerDialog {...shared} known={known} />;
    case 'later':
      return <LaterDialog {...shared} />;
    case 'block':
      return <BlockDialog {...shared} />;
    case 'label':
      return <LabelDialog {...shared} />;
    case 'remind':
      return <RemindDialog {...shared} ids={ids} rowOf={rowOf} />;
  }
}
