import type { HandoffSummary, Referral, ReferralEvent } from '#contracts';

export type Viewer = 'coordinator' | 'physician' | 'partner';

/** What somebody can press. What of it is offered, the server's `allowed` and the handoff's state say. */
export type Action =
  { kind: 'move'; event: ReferralEvent } | { kind: 'assign' | 'remind' | 'reply' | 'resend' | 'newer' | 'acknowledge' };

export interface NextStep {
  /** Which sentence says why. */
  why:
    | 'unassigned'
    | 'superseded'
    | 'undeliverable'
    | 'contested'
    | 'questions'
    | 'declined'
    | 'declinedForInformation'
    | 'completed'
    | 'failed'
    | 'cancelRequested'
    | 'overdue'
    | 'waits'
    | 'toBook'
    | 'visit'
    | 'report'
    | 'paused'
    | 'answer'
    | 'over';
  action: Action | null;
}

/** In which states the partner is expected to do which step; the coordinator does it when the partner phones. */
const expected: Partial<Record<Referral['state'], readonly [NextStep['why'], ReferralEvent]>> = {
  accepted: ['toBook', 'book'],
  waitlisted: ['toBook', 'book'],
  'no-show': ['toBook', 'rebook'],
  'appointment-cancelled': ['toBook', 'rebook'],
  scheduled: ['visit', 'start'],
  interim: ['report', 'report'],
  'on-hold': ['paused', 'resume'],
  'cancel-requested': ['cancelRequested', 'confirm-cancellation'],
  completed: ['completed', 'confirm'],
};

type Known = Pick<HandoffSummary, 'status' | 'contested' | 'overdue' | 'undeliverableSince' | 'deliveredAt'>;

/** The one thing to do next. */
export function nextStep(
  handoff: Known,
  referral: Pick<Referral, 'state' | 'allowed' | 'family'> | null,
  viewer: Viewer,
): NextStep {
  const allowed = referral?.allowed ?? [];
  const move = (why: NextStep['why'], event: ReferralEvent): NextStep => ({
    why,
    action: allowed.includes(event) ? { kind: 'move', event } : null,
  });
  const forCoordinator = (action: Action): Action | null => (viewer === 'coordinator' ? action : null);
  if (handoff.status === 'superseded') return { why: 'superseded', action: { kind: 'newer' } };
  if (handoff.status === 'unassigned') return { why: 'unassigned', action: forCoordinator({ kind: 'assign' }) };
  if (referral?.state === 'info-requested') return move('questions', 'answer');
  if (referral?.state === 'declined')
    return allowed.includes('answer') && referral.family === 'information'
      ? move('declinedForInformation', 'answer')
      : move('declined', 'transfer');
  if (referral?.state === 'failed') return move('failed', 'transfer');
  if (handoff.status === 'open') {
    if (handoff.contested) return { why: 'contested', action: viewer === 'physician' ? { kind: 'reply' } : null };
    if (viewer === 'partner') return { why: 'answer', action: { kind: 'acknowledge' } };
    if (handoff.undeliverableSince !== null && handoff.deliveredAt === null)
      return { why: 'undeliverable', action: forCoordinator({ kind: 'resend' }) };
    return { why: handoff.overdue ? 'overdue' : 'waits', action: forCoordinator({ kind: 'remind' }) };
  }
  const step = referral && expected[referral.state];
  return step ? move(step[0], step[1]) : { why: 'over', action: null };
}
