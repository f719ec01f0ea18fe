import { referralLeadsTo } from '#clinical';
import type { DeclineFamily, PartnerRole, ReferralState } from '#contracts';
import type { EndReason } from './member.js';

/** The states that a first message may bring; before it, there is nothing that it could contradict. */
const unheard: ReferralState = 'draft';

/** Whether the loop's own table leads from one state to the other; anything else came late and says nothing new. */
export const followsOn = (from: ReferralState | null, to: ReferralState): boolean =>
  referralLeadsTo(from ?? unheard, to);

/** Roles that are asked one question: with the answer their part is over. All others stay on the team. */
const asksOneQuestion: ReadonlySet<PartnerRole> = new Set<PartnerRole>(['imaging', 'spine-surgery', 'orthopedics']);

/** Why a member leaves the team with this referral state; null when it stays. */
export function endReason(
  state: ReferralState,
  role: PartnerRole,
  family: DeclineFamily | null = null,
): EndReason | null {
  switch (state) {
    case 'declined':
      // The same referral goes on when what was missing is there.
      return family === 'information' ? null : 'declined';
    case 'cancelled':
    case 'entered-in-error':
      return 'removed';
    case 'completed':
      return asksOneQuestion.has(role) ? 'completed' : null;
    default:
      return null;
  }
}
