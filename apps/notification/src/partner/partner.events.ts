import { partnerRegistered, partnerUpdated, type OutgoingEvent, type PartnerSnapshot } from '#contracts';

/**
 * Tells the whole snapshot: its first revision as registered, a later one as updated. Telling it again is harmless,
 * because listeners keep the highest revision. The ordering key is the organization, not a patient.
 */
export const partnerSnapshotEvent = (partner: PartnerSnapshot, changedAt: Date, time: Date): OutgoingEvent =>
  (partner.revision === 1 ? partnerRegistered : partnerUpdated).of({
    subject: partner.partnerId,
    time,
    data: { partner, at: changedAt.toISOString() },
  });
