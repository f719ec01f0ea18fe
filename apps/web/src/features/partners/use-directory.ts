import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Page, Partner } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';

/** The whole directory, page by page; kept while the browser is open. */
export const useDirectory = (): UseQueryResult<Partner[]> =>
  useQuery({
    queryKey: keys.directory(),
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const all: Partner[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page<Partner> = await get(`/api/partners${queryOf({ limit: 200, cursor })}`, signal);
        all.push(...page.items);
        cursor = page.next;
      }
      return all;
    },
  });

/** The name of an organization; its id while the directory is not there. */
export function usePartnerNames(): (partnerId: string) => string {
  const { data = [] } = useDirectory();
  const names = new Map(data.map(({ partnerId, name }) => [partnerId, name]));
  return (partnerId) => names.get(partnerId) ?? partnerId;
}
