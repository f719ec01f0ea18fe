import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Page, TimelineEntry } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { moment } from '../../ui/moments.js';
import { Failed, LoadingRows } from '../../ui/states.js';
import classes from './timeline.module.css';

const kinds: readonly { value: string; label: string; types: RegExp }[] = [
  { value: 'all', label: 'All', types: /./ },
  { value: 'plan', label: 'Plan', types: /^(plan|target|red-flag|impact)\./ },
  { value: 'partners', label: 'Partners', types: /^(handoff|referral|care-team|delivery)\./ },
  { value: 'visits', label: 'Visits', types: /^(appointment|therapy|behavioral-health)\./ },
  { value: 'payer', label: 'Payer', types: /^authorization\./ },
];

/** Everything that happened to one patient, newest first, in words. */
export function Timeline({ patientId }: { patientId: string }): ReactNode {
  const [kind, setKind] = useState('all');
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
  const shown = kinds.find(({ value }) => value === kind)?.types ?? /./;
  const entries = (pages.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ type }) => shown.test(type));
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <div className={`${classes.kinds} no-print`}>
        <SegmentedControl
          data={kinds.map(({ value, label }) => ({ value, label }))}
          value={kind}
          onChange={setKind}
          aria-label="Kind"
        />
      </div>
      {pages.isPending && <LoadingRows rows={5} height={32} />}
      {pages.isError && <Failed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && entries.length === 0 && <p className="soft">Nothing of this kind.</p>}
      <ol className={classes.list}>
        {entries.map(({ id, at, text, by }) => (
          <li key={id}>
            <time dateTime={at} className="numbers soft">
              {moment(at)}
            </time>{' '}
            <span>
              {text}
              {by && <span className="soft"> · {by}</span>}
            </span>
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Earlier
        </Button>
      )}
    </section>
  );
}
