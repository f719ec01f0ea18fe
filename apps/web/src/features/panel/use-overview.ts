import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { Page, PlanOverview } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';

const isApart = ({ team }: PlanOverview): boolean => team.together < team.active || team.unassigned > 0;

/** Worst first: apart, then what does not do as hoped. */
const worst = (plan: PlanOverview): number =>
  (isApart(plan) ? 0 : 2) + (['worsening', 'plateau', 'overdue'].includes(plan.target?.progress ?? '') ? 0 : 1);

/** Every plan, page by page. `total` is undefined until the first answer, and counts what was read so far. */
export function useOverview(): {
  pages: UseInfiniteQueryResult<{ pages: Page<PlanOverview>[] }>;
  plans: PlanOverview[];
  total: number | undefined;
  apart: number;
} {
  const pages = useInfiniteQuery({
    queryKey: keys.overview(),
    queryFn: ({ pageParam, signal }) =>
      get<Page<PlanOverview>>(`/api/plans${queryOf({ limit: 25, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const plans = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return {
    pages,
    plans: [...plans].sort((a, b) => worst(a) - worst(b)),
    total: pages.data ? plans.length : undefined,
    apart: plans.filter(isApart).length,
  };
}
