import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { fromNow, moment } from '../../ui/moments.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { inWords, sentence } from '../../ui/words.js';

interface PlanTimer {
  key: string;
  dueAt: string;
  state: 'pending' | 'fired' | 'cancelled';
}

/** What the plan still waits for. */
export function Upcoming({ planId }: { planId: string }): ReactNode {
  const now = useNow();
  const timers = useQuery({
    queryKey: keys.timers(planId),
    queryFn: ({ signal }) => get<{ items: PlanTimer[] }>(`/api/timers/pain-plan?plan=${planId}`, signal),
  });
  return (
    <section className="card" aria-labelledby="upcoming">
      <h2 id="upcoming">What the plan waits for</h2>
      <Asked query={timers} loading={<LoadingRows rows={2} />}>
        {({ items }) => {
          const pending = items.filter(({ state }) => state === 'pending');
          if (pending.length === 0) return <p className="soft">Nothing at the moment.</p>;
          return (
            <ul>
              {pending.map(({ key, dueAt }) => (
                <li key={key}>
                  {sentence(inWords(key.split(':')[1] ?? key))}: <time dateTime={dueAt}>{moment(dueAt)}</time>{' '}
                  <span className="soft">({fromNow(dueAt, now)})</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
    </section>
  );
}
