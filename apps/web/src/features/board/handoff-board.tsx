import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffCounts } from '#contracts';
import { getOnceAhead } from '../../api/ahead.js';
import { keys } from '../../api/keys.js';
import { useLiveStanding } from '../../live/live-context.js';
import { StoppedClock } from '../../ui/clock.js';
import { Failed, LoadingRows } from '../../ui/states.js';
import type { WorkListHandle } from '../../ui/work-list.js';
import { countsPath, lengthQuery } from './board-paths.js';
import { type Asked, type BoardSearch, countsQuery, listQuery } from './board-search.js';
import { columnsOf } from './columns.js';
import { EmptyList } from './empty-list.js';
import { Chips, namesIn } from './filters.js';
import { HandoffList } from './handoff-list.js';
import { ListStatus } from './list-status.js';
import { useLook } from './preferences.js';
import { PrintSheet } from './print-sheet.js';
import { Tiles } from './tiles.js';
import { Toolbar } from './toolbar.js';
import { useSearchKey } from './use-board-keys.js';
import { useWorklist } from './use-worklist.js';
import { Views } from './views.js';
import classes from './board-page.module.css';

/** What was typed to find somebody: it names patients, so it stands in no address and is gone with the page. */
let rememberedText = '';

const useCounts = (query: Asked): HandoffCounts | undefined =>
  useQuery({
    queryKey: keys.handoffCounts(query),
    queryFn: ({ signal }) => getOnceAhead<HandoffCounts>(countsPath(query), signal),
    placeholderData: (before) => before,
  }).data;

export function HandoffBoard({ search, me, canAct }: { search: BoardSearch; me: string; canAct: boolean }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(rememberedText);
  useEffect(() => void (rememberedText = text), [text]);
  const query = useSame(listQuery(search, text));
  const handle = useRef<WorkListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const inView = useCallback(() => handle.current?.inView() ?? [], []);
  const [state, store] = useWorklist(query, inView);
  const counts = useCounts(useSame(countsQuery(search)));
  const listed = useCounts(useSame(lengthQuery(query)))?.listed;
  const look = useLook();
  const columns = useMemo(() => columnsOf(t, canAct), [t, canAct]);
  const [printed, print] = useState<readonly string[] | null>(null);
  const endPrint = useCallback(() => print(null), []);
  const { state: live } = useLiveStanding();
  useSearchKey(searchField);
  const total = listed === undefined ? undefined : Math.max(listed, state.ids.length);
  const show = useCallback(() => void store.reload(), [store]);
  return (
    <>
      <Tiles search={search} counts={counts} />
      {canAct && <Views search={search} />}
      <Toolbar
        {...{ search, query, text, setText, counts, me, canAct, columns, look, searchField }}
        print={() => print(state.ids)}
        toList={() => handle.current?.focus()}
      />
      <Chips search={search} names={namesIn(state.rows.values())} />
      {state.phase === 'loading' ? (
        state.error === null ? (
          <div className={classes.loading}>
            <LoadingRows rows={12} />
          </div>
        ) : (
          <Failed error={state.error} retry={show} />
        )
      ) : (
        <StoppedClock isStopped={live === 'paused'}>
          <ListStatus {...{ state, total, show }} />
          {state.ids.length === 0 ? (
            <EmptyList {...{ search, text }} clearText={() => setText('')} />
          ) : (
            <div className={classes.list} data-stale={state.error !== null || live === 'paused' || undefined}>
              <HandoffList
                key={JSON.stringify(query)}
                {...{ query, state, store, columns, canAct, handle, print }}
                total={total}
                look={look[0]}
              />
            </div>
          )}
        </StoppedClock>
      )}
      {printed && <PrintSheet rows={printed.flatMap((id) => state.rows.get(id)?.row ?? [])} done={endPrint} />}
    </>
  );
}

/** The same object as long as it says the same. */
function useSame(query: Asked): Asked {
  const text = JSON.stringify(query);
  return useMemo(() => JSON.parse(text) as Asked, [text]);
}
