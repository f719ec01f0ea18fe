import { behavioralConsentChanged, type OutgoingEvent } from '#contracts';
import type { StoredConsent } from './consent.repository.js';

/** Neither purpose nor content. */
export const consentChangedEvent = (
  { id, patientId, recipient }: Pick<StoredConsent, 'id' | 'patientId' | 'recipient'>,
  state: 'granted' | 'revoked' | 'expired',
  at: Date,
): OutgoingEvent =>
  behavioralConsentChanged.of({
    subject: patientId,
    time: at,
    data: { consentId: id, patientId, recipient, state, at: at.toISOString() },
  });
