import { Button, Chip, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, TimelineEntry } from '#contracts';
import { get, queryOf } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { AppLink } from '../../../ui/app-link.js';
import { clinicZone, weekday } from '../../../ui/moments.js';
import { Failed, LoadingRows } from '../../../ui/states.js';
import { type Day, daysOf, type Group as Entries, kindOf, type TimelineKind, timelineKinds } from './timeline-days.js';
import classes from './timeline.module.css';

/** Everything that happened to one patient, newest first, in words. What comes while somebody reads waits behind a button. */
export function Timeline({ patientId, planId }: { patientId: string; planId: string | null }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.timeline' });
  const [kind, setKind] = useState<TimelineKind | 'all'>('all');
  const pages = useInfiniteQuery({
    queryKey: keys.timeline(patientId),
    queryFn: ({ pageParam, signal }) =>
      get<Page<TimelineEntry>>(
        `/api/patients/${patientId}/timeline${queryOf({ cursor: pageParam, limit: 50 })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const all = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { seen, fresh, showFresh } = useFresh(all);
  const shown = seen.filter((entry) => kind === 'all' || kindOf(entry) === kind);
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('title')}</h2>
      <Chip.Group value={kind} onChange={(value) => setKind(value as TimelineKind | 'all')}>
        <Group gap="xs" mb="sm" role="group" aria-label={t('kindLabel')}>
          {(['all', ...timelineKinds] as const).map((one) => (
            <Chip key={one} value={one} size="sm" radius="sm">
              {t(`kinds.${one}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {fresh > 0 && (
        <Button variant="light" size="compact-sm" onClick={showFresh} mb="xs">
          {t('fresh', { count: fresh })}
        </Button>
      )}
      {pages.isPending && <LoadingRows rows={5} height={32} />}
      {pages.isError && <Failed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && shown.length === 0 && <p className="soft">{t('nothing')}</p>}
      {daysOf(shown).map((day) => (
        <DayOf key={day.date} day={day} planId={planId} />
      ))}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </section>
  );
}

/** Nothing moves under the eyes of a reader: what is newer than the newest that was shown is counted until it is asked for. */
function useFresh(all: readonly TimelineEntry[]): {
  seen: readonly TimelineEntry[];
  fresh: number;
  showFresh: () => void;
} {
  const [top, setTop] = useState<string | null>(null);
  const newest = all[0]?.id ?? null;
  useEffect(() => {
    if (top === null && newest !== null) setTop(newest);
  }, [top, newest]);
  const at = top === null ? -1 : all.findIndex(({ id }) => id === top);
  const fresh = Math.max(0, at);
  return { seen: all.slice(fresh), fresh, showFresh: () => setTop(newest) };
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: clinicZone, hour: '2-digit', minute: '2-digit' });

function DayOf({ day: { date, groups }, planId }: { day: Day; planId: string | null }): ReactNode {
  return (
    <>
      <h3 className={classes.day}>{weekday(date)}</h3>
      <ol className={classes.list}>
        {groups.map((group) => (
          <li key={group.key} data-kind={kindOf(group.entries[0] ?? { type: '' })}>
            {group.noise && group.entries.length > 1 ? (
              <Noise group={group} planId={planId} />
            ) : (
              group.entries.map((entry) => <Line key={entry.id} entry={entry} planId={planId} />)
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Noise({ group, planId }: { group: Entries; planId: string | null }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.timeline' });
  return (
    <div className={classes.line}>
      <span className={`numbers soft ${classes.time}`}>{timeOf(group.entries[0]?.at ?? '')}</span>
      <details>
        <summary>{t(`noise.${group.noise ?? 'delivery'}`, { count: group.entries.length })}</summary>
        <ul className={classes.inner}>
          {group.entries.map((entry) => (
            <li key={entry.id}>
              <Line entry={entry} planId={planId} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Line({ entry, planId }: { entry: TimelineEntry; planId: string | null }): ReactNode {
  const { at, text, by } = entry;
  return (
    <div className={classes.line}>
      <time dateTime={at} className={`numbers soft ${classes.time}`}>
        {timeOf(at)}
      </time>
      <span>
        {text}
        {by && <span className="soft"> · {by}</span>} <Source entry={entry} planId={planId} />
      </span>
    </div>
  );
}

/** Where it can be read in full. */
function Source({
  entry: { type, planVersion, source },
  planId,
}: {
  entry: TimelineEntry;
  planId: string | null;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.timeline' });
  if (source?.kind === 'handoff')
    return (
      <AppLink href={`/handoffs/${source.id}`} className={classes.source}>
        {t('source.handoff')}
      </AppLink>
    );
  if (planId === null || planVersion === null || planVersion < 1 || !/^(plan|red-flag)\./.test(type)) return null;
  return (
    <Link
      to="/plans/$planId/diff"
      params={{ planId }}
      search={{ from: planVersion - 1, to: planVersion }}
      className={classes.source}
    >
      {t('source.plan', { version: planVersion })}
    </Link>
  );
}
