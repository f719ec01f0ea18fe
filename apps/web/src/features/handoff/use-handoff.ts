import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ClinicHandoff, Page, Partner, PartnerHandoff, Referral, ReferralDetail } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';

export type AnyHandoff = ClinicHandoff | PartnerHandoff;

/** The clinic sees what stands behind the asks; a partner its asks and its slice. */
export const isOfClinic = (handoff: AnyHandoff): handoff is ClinicHandoff => 'packet' in handoff;

/** Reading it as the partner that it is addressed to counts as opened. */
export const useHandoff = (id: string): UseQueryResult<AnyHandoff> =>
  useQuery({
    queryKey: keys.handoff(id),
    queryFn: ({ signal }) => get<AnyHandoff>(`/api/handoffs/${id}`, signal),
  });

/** The request that a handoff belongs to, with every step of it; null while nobody is asked. */
export const useReferralOf = (handoffId: string): UseQueryResult<ReferralDetail | null> =>
  useQuery({
    queryKey: keys.referralOf(handoffId),
    queryFn: async ({ signal }) => {
      const { items } = await get<Page<Referral>>(`/api/referrals?handoff=${handoffId}&limit=1`, signal);
      const [newest] = items;
      return newest ? get<ReferralDetail>(`/api/referrals/${newest.id}`, signal) : null;
    },
  });

export const usePartner = (partnerId: string | null): UseQueryResult<Partner | null> =>
  useQuery({
    queryKey: keys.partner(partnerId ?? ''),
    queryFn: ({ signal }) => get<Partner>(`/api/partners/${partnerId}`, signal),
    enabled: partnerId !== null,
  });
