import type { PartnerRole } from '#contracts';
import type { EndReason, ReferralState } from './member.js';

/** What each state may be followed by; anything else came late and says nothing new. */
const next: Record<ReferralState | 'none', readonly ReferralState[]> = {
  none: ['sent', 'accepted', 'declined', 'completed', 'cancelled'],
  sent: ['accepted', 'declined', 'completed', 'cancelled'],
  accepted: ['declined', 'completed', 'cancelled'],
  declined: ['sent'],
  completed: ['sent'],
  cancelled: ['sent'],
};

export const followsOn = (from: ReferralState | null, to: ReferralState): boolean => next[from ?? 'none'].includes(to);

/** Roles that are asked one question: with the answer their part is over. All others stay on the team. */
const asksOneQuestion: ReadonlySet<PartnerRole> = new Set<PartnerRole>(['imaging', 'spine-surgery', 'orthopedics']);

/** Why a member leaves the team with this referral state; null when it stays. */
export function endReason(state: ReferralState, role: PartnerRole): EndReason | null {
  switch (state) {
    case 'declined':
      return 'declined';
    case 'cancelled':
      return 'removed';
    case 'completed':
      return asksOneQuestion.has(role) ? 'completed' : null;
    case 'sent':
    case 'accepted':
      return null;
  }
}
