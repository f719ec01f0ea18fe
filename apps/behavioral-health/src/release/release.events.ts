import { behavioralReleaseMade, behavioralReleaseWithheld, type OutgoingEvent } from '#contracts';
import type { StoredConsent } from '../consent/consent.repository.js';

/** Ids only: what there is to read is read here. */
export const releaseMadeEvent = (
  { id: consentId, patientId, recipient }: Pick<StoredConsent, 'id' | 'patientId' | 'recipient'>,
  releaseId: string,
  at: Date,
): OutgoingEvent =>
  behavioralReleaseMade.of({
    subject: patientId,
    time: at,
    data: { releaseId, consentId, patientId, recipient, madeAt: at.toISOString() },
  });

export const releaseWithheldEvent = (
  { id: consentId, patientId, planId }: Pick<StoredConsent, 'id' | 'patientId' | 'planId'>,
  at: Date,
): OutgoingEvent =>
  behavioralReleaseWithheld.of({
    subject: patientId,
    time: at,
    data: { patientId, planId, consentId, withheldAt: at.toISOString() },
  });
