import { Button, Group, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRole, Page, WorkItem } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { lettersAreOn } from '../../app/keys-help.js';
import { useNow } from '../../ui/clock.js';
import { day, fromNow, moment } from '../../ui/moments.js';
import { Empty, Failed, LoadingRows } from '../../ui/states.js';
import { UrgencyMark } from '../../ui/status.js';
import { useIsNarrow } from '../../ui/narrow.js';
import { WorkList, type WorkColumn, type WorkListHandle } from '../../ui/work-list.js';
import { FinishDialog, isPlateau } from './finish-dialog.js';
import { useWorkItemActs } from './work-item-acts.js';
import classes from './columns.module.css';

const desks = ['all', 'coordinator', 'scheduling', 'authorization', 'patient', 'physician'] as const;
const none: ReadonlySet<string> = new Set();
const ignore = (): void => undefined;

/** The other half of the day: what the clinic's own desks have to do, and what patients have to be told. */
export function Desk({ mine }: { mine: DeskRole | 'all' }): ReactNode {
  const { t } = useTranslation();
  const [desk, setDesk] = useState<(typeof desks)[number]>(mine);
  const [finishing, finishOne] = useState<WorkItem | null>(null);
  const { take, finish, fault } = useWorkItemActs();
  const filter = { status: 'open', limit: 100, ...(desk === 'all' ? {} : { desk }) };
  const query = useInfiniteQuery({
    queryKey: keys.workItems(filter),
    queryFn: ({ signal, pageParam }) =>
      get<Page<WorkItem>>(`/api/work-items${queryOf({ ...filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const done = useCallback(
    (item: WorkItem): void => (isPlateau(item) ? finishOne(item) : void finish(item.id)),
    [finish],
  );
  const columns = useMemo(() => columnsOf(t, { take: (item) => void take(item.id), done }), [t, take, done]);
  const handle = useRef<WorkListHandle>(null);
  const navigate = useNavigate();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onEnd = useCallback(() => void (isFetchingNextPage || fetchNextPage()), [isFetchingNextPage, fetchNextPage]);
  const isNarrow = useIsNarrow();
  return (
    <>
      <SegmentedControl
        aria-label={t('board.columns.desk')}
        value={desk}
        onChange={setDesk}
        data={desks.map((value) => ({ value, label: t(`board.desk.desks.${value}`) }))}
        className={classes.desks}
      />
      {fault && <p role="alert">{fault}</p>}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending ? (
        <LoadingRows />
      ) : ids.length === 0 && !query.isError ? (
        <Empty title={t('board.desk.empty')} />
      ) : (
        <WorkList
          label={t('board.desk.label')}
          {...{ ids, columns, handle, isNarrow, onEnd }}
          rowOf={(id) => byId.get(id)}
          total={hasNextPage ? undefined : ids.length}
          hidden={[]}
          isCompact={false}
          hasMore={hasNextPage}
          selected={none}
          canSelect={false}
          onSelect={ignore}
          areLettersOn={lettersAreOn}
          nameOf={(item) => item.patient?.name ?? ''}
          lookOf={lookOf}
          onOpen={(item) => void navigate({ to: '/patients/$patientId', params: { patientId: item.patientId } })}
          onKey={() => false}
        />
      )}
      {finishing && (
        <FinishDialog
          item={finishing}
          close={() => finishOne(null)}
          finish={(how) => finish(finishing.id, how)}
          fault={fault}
        />
      )}
    </>
  );
}

const lookOf = ({ ask: { urgency } }: WorkItem) => ({
  tone: urgency === 'emergency' ? 'late' : urgency === 'routine' ? undefined : 'soon',
  revision: 0,
  isGone: false,
});

interface ItemActs {
  take: (item: WorkItem) => void;
  done: (item: WorkItem) => void;
}

function columnsOf(t: TFunction, acts: ItemActs): WorkColumn<WorkItem>[] {
  return [
    {
      ...{ id: 'urgency', title: t('board.columns.urgency'), width: '6.5rem' },
      cell: ({ ask: { urgency } }) => <UrgencyMark urgency={urgency} />,
    },
    {
      ...{ id: 'patient', title: t('board.columns.patient'), width: 'minmax(9rem, 1fr)' },
      cell: ({ patient, patientId }) => (
        <Lines
          first={
            <a href={`/patients/${patientId}`} tabIndex={-1} className={classes.name}>
              {patient?.name ?? t('board.desk.unknownPatient')}
            </a>
          }
          second={patient && `${day(patient.birthDate)} · ${patient.recordNumber}`}
        />
      ),
    },
    {
      ...{ id: 'what', title: t('board.columns.what'), width: 'minmax(14rem, 3fr)' },
      cell: ({ ask: { text, reason } }) => <Lines first={<b title={text}>{text}</b>} second={reason} />,
    },
    {
      ...{ id: 'desk', title: t('board.columns.desk'), width: '9rem' },
      cell: ({ desk }) => t(`board.desk.desks.${desk}`),
    },
    {
      ...{ id: 'due', title: t('board.columns.due'), width: '12rem' },
      cell: ({ ask: { dueAt } }) => <DueLines at={dueAt} />,
    },
    {
      ...{ id: 'taken', title: t('board.columns.taken'), width: 'minmax(7rem, 1fr)' },
      cell: ({ taken }) =>
        taken ? (
          <Lines first={taken.by} second={day(taken.at)} />
        ) : (
          <span className="soft">{t('board.desk.nobody')}</span>
        ),
    },
    {
      ...{ id: 'actions', title: t('board.columns.actions'), width: '9rem', isFixed: true, isTitleHidden: true },
      cell: (item) => <ItemButtons item={item} acts={acts} />,
    },
  ];
}

function ItemButtons({ item, acts }: { item: WorkItem; acts: ItemActs }): ReactNode {
  const { t } = useTranslation();
  const who = item.patient?.name ?? '';
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {item.allowed.includes('take') && (
        <Button
          variant="default"
          size="compact-xs"
          tabIndex={-1}
          aria-label={`${t('board.desk.take')}: ${who}, ${item.ask.text}`}
          onClick={() => acts.take(item)}
        >
          {t('board.desk.take')}
        </Button>
      )}
      {item.allowed.includes('done') && (
        <Button
          variant="default"
          size="compact-xs"
          tabIndex={-1}
          aria-label={`${t('board.desk.done')}: ${who}, ${item.ask.text}`}
          onClick={() => acts.done(item)}
        >
          {t('board.desk.done')}
        </Button>
      )}
    </Group>
  );
}

const Lines = ({ first, second }: { first: ReactNode; second: ReactNode }): ReactNode => (
  <span className={classes.two}>
    <span className={classes.line}>{first}</span>
    <span className={`${classes.line} soft`}>{second}</span>
  </span>
);

function DueLines({ at }: { at: string }): ReactNode {
  return (
    <Lines
      first={
        <time dateTime={at} className="numbers">
          {moment(at)}
        </time>
      }
      second={fromNow(at, useNow())}
    />
  );
}
