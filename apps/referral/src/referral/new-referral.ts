import { randomUUID } from 'node:crypto';
import type { Urgency } from '#contracts';
import type { ReferralRow } from './referral.repository.js';

type Identity = Pick<ReferralRow, 'planId' | 'patientId' | 'memberId' | 'role' | 'partnerId'>;

/** A partner was chosen; nothing has been sent to it yet. */
export const draftReferral = (
  { planId, patientId, memberId, role, partnerId }: Identity,
  at: { followsId: string | null; note: string | null; urgency: Urgency; now: Date },
): ReferralRow => ({
  ...{ id: randomUUID(), planId, patientId, memberId, role, partnerId },
  ...{ handoffId: null, state: 'draft', before: null, urgency: at.urgency },
  ...{ sentAt: at.now, enteredAt: at.now, changedAt: at.now, note: at.note },
  ...{ clock: null, dueAt: null, dueZone: null, dueCalendar: null, answerDueAt: null, stoppedAt: null },
  ...{ delivered: null, received: null, accepted: null, confirmed: null, family: null, code: null, missing: [] },
  ...{ appointmentAt: null, appointmentId: null, appointmentConfirmed: false },
  ...{ visitAt: null, reportedAt: null, summaryAt: null, nextReportOn: null, reviewOn: null, holdCause: null },
  ...{ visits: null, followsId: at.followsId, followedById: null },
});
