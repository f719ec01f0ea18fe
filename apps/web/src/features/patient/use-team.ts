import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Appointment, HandoffSummary, Page, Referral, TeamStatus, TeamStatusEntry } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';

export const useTeam = (planId: string): UseQueryResult<TeamStatus> =>
  useQuery({
    queryKey: keys.team(planId),
    queryFn: ({ signal }) => get<TeamStatus>(`/api/plans/${planId}/team`, signal),
  });

export const useHandoffs = (planId: string): UseQueryResult<Page<HandoffSummary>> =>
  useQuery({
    queryKey: keys.handoffs({ plan: planId }),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>(`/api/handoffs?plan=${planId}&limit=200&sort=issued`, signal),
  });

export const useReferrals = (planId: string): UseQueryResult<Page<Referral>> =>
  useQuery({
    queryKey: keys.referrals({ plan: planId }),
    queryFn: ({ signal }) => get<Page<Referral>>(`/api/referrals?plan=${planId}&limit=200`, signal),
  });

export const useAppointments = (planId: string): UseQueryResult<Page<Appointment>> =>
  useQuery({
    queryKey: keys.appointments({ plan: planId }),
    queryFn: ({ signal }) => get<Page<Appointment>>(`/api/appointments?plan=${planId}&limit=200`, signal),
  });

/** One member, with what other services know of it. What has not come yet is undefined; what there is none of is null. */
export interface MemberLine {
  member: TeamStatusEntry;
  open: HandoffSummary | null | undefined;
  acknowledged: HandoffSummary | null | undefined;
  referral: Referral | null | undefined;
  nextAppointmentAt: string | null | undefined;
}

/** Who needs a look first: behind, then contested, then everybody else; who has left comes last. */
const worst: Readonly<Record<TeamStatusEntry['state'], number>> = {
  stale: 0,
  contested: 1,
  unaffected: 2,
  current: 3,
  'not-on-plan': 4,
};

const byNeed = (a: TeamStatusEntry, b: TeamStatusEntry): number =>
  worst[a.state] - worst[b.state] ||
  (a.staleSince ?? '').localeCompare(b.staleSince ?? '') ||
  a.partnerName.localeCompare(b.partnerName);

const isAhead = (state: Appointment['state']): boolean => state === 'booked' || state === 'confirmed';

/** The team, worst first, each member with the newest of what is known. */
export function useMemberLines(planId: string, members: readonly TeamStatusEntry[], now: Date): MemberLine[] {
  const handoffs = useHandoffs(planId).data?.items;
  const referrals = useReferrals(planId).data?.items;
  const appointments = useAppointments(planId).data?.items;
  return [...members].sort(byNeed).map((member) => {
    const own = handoffs?.filter(({ memberId }) => memberId === member.memberId);
    const referral = referrals?.findLast(({ memberId }) => memberId === member.memberId);
    const visits = appointments
      ?.filter(
        ({ partnerId, state, startsAt }) =>
          partnerId === member.partnerId && isAhead(state) && new Date(startsAt) > now,
      )
      .map(({ startsAt }) => startsAt)
      .sort();
    const booked = referral?.appointmentAt && new Date(referral.appointmentAt) > now ? referral.appointmentAt : null;
    return {
      member,
      open: own && (own.find(({ status }) => status === 'open') ?? null),
      acknowledged:
        own &&
        (own
          .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
          .sort((a, b) => (b.acknowledgedAt ?? '').localeCompare(a.acknowledgedAt ?? ''))[0] ??
          null),
      referral: referrals && (referral ?? null),
      nextAppointmentAt: visits && (visits[0] ?? booked),
    };
  });
}

/** Somebody of the team works from this version of the plan, as far as it concerns them. */
export const isTogether = ({ state }: TeamStatusEntry): boolean => state === 'current' || state === 'unaffected';
