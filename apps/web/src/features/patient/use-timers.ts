import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';

export interface PlanTimer {
  key: string;
  /** What it is, for example `titration-check`. */
  kind: string;
  /** The item of the plan that it is about; null for the plan itself. */
  about: string | null;
  /** The day that the plan names; the timer may ring later. */
  date: string | null;
  dueAt: string;
}

interface Answer {
  items: { key: string; dueAt: string; state: 'pending' | 'fired' | 'cancelled' }[];
}

/** `{plan}:titration-check:m2:2026-11-24`, `{plan}:plan-review:2027-02-22` */
function read({ key, dueAt }: Answer['items'][number]): PlanTimer {
  const [, kind = key, ...rest] = key.split(':');
  const date = rest.findLast((part) => /^\d{4}-\d\d-\d\d$/.test(part)) ?? null;
  const about = rest[0] && rest[0] !== date ? rest[0] : null;
  return { key, kind, about, date, dueAt };
}

/** What the plan waits for, soonest first. */
export const usePlanTimers = (planId: string): UseQueryResult<PlanTimer[]> =>
  useQuery({
    queryKey: keys.timers(planId),
    queryFn: async ({ signal }) => {
      const { items } = await get<Answer>(`/api/timers/pain-plan?plan=${planId}`, signal);
      return items
        .filter(({ state }) => state === 'pending')
        .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
        .map(read);
    },
  });
