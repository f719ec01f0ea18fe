import { DomainError, type ReferralState } from '#contracts';

export interface FhirStatuses {
  /** `Task.status` of R4. */
  task: string;
  serviceRequest: string;
  /** `Appointment.status`; null where there is none. */
  appointment: string | null;
}

const statuses = (task: string, serviceRequest: string, appointment: string | null = null): FhirStatuses => ({
  task,
  serviceRequest,
  appointment,
});

/**
 * Our states in the standard's words. `Task.businessStatus` carries the state itself. Where an asked cancellation does not change the
 * task, `cancel-requested` shows the status of what it interrupted: see `fhirStatusesOf`.
 */
export const referralInFhir: Readonly<Record<ReferralState, FhirStatuses>> = {
  draft: statuses('draft', 'draft'),
  sent: statuses('requested', 'active'),
  undeliverable: statuses('requested', 'active'),
  received: statuses('received', 'active'),
  'info-requested': statuses('received', 'active'),
  accepted: statuses('accepted', 'active'),
  waitlisted: statuses('accepted', 'active', 'waitlist'),
  scheduled: statuses('in-progress', 'active', 'booked'),
  'no-show': statuses('in-progress', 'active', 'noshow'),
  'appointment-cancelled': statuses('in-progress', 'active', 'cancelled'),
  interim: statuses('in-progress', 'active', 'fulfilled'),
  'on-hold': statuses('on-hold', 'on-hold'),
  'cancel-requested': statuses('accepted', 'revoked'),
  cancelled: statuses('cancelled', 'revoked', 'cancelled'),
  declined: statuses('rejected', 'active'),
  failed: statuses('failed', 'active'),
  completed: statuses('completed', 'completed', 'fulfilled'),
  'closed-confirmed': statuses('completed', 'completed'),
  'entered-in-error': statuses('entered-in-error', 'entered-in-error', 'entered-in-error'),
};

/** A request to cancel leaves the task as it was. A pause revokes nothing unless the plan itself rests. */
export function fhirStatusesOf(facts: {
  state: ReferralState;
  before: ReferralState | null;
  holdCause: string | null;
}): FhirStatuses {
  const own = referralInFhir[facts.state];
  if (facts.state === 'cancel-requested' && facts.before) return { ...own, task: referralInFhir[facts.before].task };
  if (facts.state === 'on-hold' && facts.holdCause !== 'plan') return { ...own, serviceRequest: 'active' };
  return own;
}

/** What a partner's system may send as `Task.status` when it brings no business status: only codes that mean one thing here. */
const inbound: Readonly<Record<string, ReferralState>> = {
  received: 'received',
  accepted: 'accepted',
  rejected: 'declined',
  'in-progress': 'interim',
  'on-hold': 'on-hold',
  cancelled: 'cancelled',
  completed: 'completed',
  failed: 'failed',
};

/** The state that a code from outside means. A code that maps to nothing is an error for a person to look at, never a guess. */
export function referralStateOfTask(code: string): ReferralState {
  const state = Object.hasOwn(inbound, code) ? inbound[code] : undefined;
  if (state) return state;
  throw new DomainError('invalid-input', `Task.status "${code}" stands for no state of a referral.`, [
    { path: 'status', message: `One of ${Object.keys(inbound).join(', ')}.` },
  ]);
}
