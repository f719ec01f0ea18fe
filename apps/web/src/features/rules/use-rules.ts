import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import type { RunningRules } from './rule.js';

/** The rules that run; they change with a release only. */
export const useRules = (): UseQueryResult<RunningRules> =>
  useQuery({
    queryKey: keys.rules(),
    queryFn: ({ signal }) => get<RunningRules>('/api/rules', signal),
    staleTime: 10 * 60_000,
  });
