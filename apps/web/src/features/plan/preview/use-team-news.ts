import { useQuery } from '@tanstack/react-query';
import type { HandoffSummary, Page, Partner, PartnerReach, VersionImpact } from '#contracts';
import { get, queryOf } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { type Standing, standingOf } from './standing.js';

/** What a preview says, with the names and channels of those whom it concerns. */
export interface TeamNews {
  standing: Standing;
  nameOf: (partnerId: string) => string;
  partnerOf: (partnerId: string) => Partner | undefined;
  reachOf: (partnerId: string) => PartnerReach | undefined;
}

/** Partners, whom one may refer to, by their name. */
export const usePartners = () =>
  useQuery({
    queryKey: keys.partners({ limit: 200 }),
    queryFn: ({ signal }) => get<Page<Partner>>('/api/partners?limit=200', signal),
    staleTime: 60_000,
  });

/** Open handoffs of the plan: what was asked before, and is not answered. Null: a first plan has none. */
function useOpenHandoffs(planId: string | null): HandoffSummary[] {
  const { data } = useQuery({
    queryKey: keys.handoffs({ plan: planId, status: 'waiting' }),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>(`/api/handoffs${queryOf({ plan: planId, limit: 100 })}`, signal),
    enabled: planId !== null,
  });
  return (data?.items ?? []).filter(({ status }) => status === 'open' || status === 'unassigned');
}

const nobody = { impacts: [], unaffected: [] };

export function useTeamNews(planId: string | null, impact: VersionImpact | null, version: number): TeamNews {
  const partners = usePartners().data?.items ?? [];
  const open = useOpenHandoffs(planId);
  const standing = standingOf(impact ?? nobody, version, impact ? open : []);
  const ids = [...new Set(standing.told.flatMap(({ partnerId }) => partnerId ?? []))].sort();
  const reach = useQuery({
    queryKey: keys.partners({ reach: ids }),
    queryFn: ({ signal }) =>
      get<{ items: PartnerReach[] }>(`/api/partner-reach${queryOf({ partners: ids.join() })}`, signal),
    enabled: ids.length > 0,
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  const partnerOf = (id: string): Partner | undefined => partners.find(({ partnerId }) => partnerId === id);
  return {
    standing,
    partnerOf,
    nameOf: (id) => partnerOf(id)?.name ?? id,
    reachOf: (id) => reach.data?.items.find(({ partnerId }) => partnerId === id),
  };
}
