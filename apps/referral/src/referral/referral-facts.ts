import { type ReferralFacts, type ReferralMover, referralWaitsOn } from '#clinical';
import { type PartnerRole, rehabDisciplines, type WaitingOn } from '#contracts';
import type { Role } from '#platform';
import type { ReferralRow } from './referral.repository.js';

type Known = Pick<
  ReferralRow,
  'state' | 'before' | 'family' | 'holdCause' | 'missing' | 'followedById' | 'confirmed' | 'role' | 'summaryAt'
>;

const isTherapy = (role: PartnerRole): boolean => (rehabDisciplines as readonly string[]).includes(role);

export const factsOf = (referral: Known): ReferralFacts => ({
  state: referral.state,
  before: referral.before,
  family: referral.family,
  holdCause: referral.holdCause,
  missing: referral.missing,
  isFollowed: referral.followedById !== null,
  isRead: referral.confirmed !== null,
  owesSummary: isTherapy(referral.role) && referral.summaryAt === null,
});

export const waitingOnOf = (referral: Known): WaitingOn => referralWaitsOn(factsOf(referral));

/** Administrators and operators move no referral: they are nobody to the table. */
export const moverOf = (role: Role): ReferralMover | null =>
  role === 'partner' || role === 'coordinator' || role === 'physician' ? role : null;
