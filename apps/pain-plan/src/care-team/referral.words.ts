import type { ReferralState, WaitingOn } from '#contracts';

/** What a state says of a partner, on the timeline: `PT-North (physical therapy) takes the patient.` */
const stateWords: Record<ReferralState, string> = {
  draft: 'was chosen and is asked nothing yet',
  sent: 'was asked for the first time to take part',
  undeliverable: 'cannot be reached',
  received: 'has received the request',
  'info-requested': 'asks for more before it answers',
  accepted: 'takes the patient',
  waitlisted: 'has the patient on its waiting list',
  scheduled: 'has set a time',
  'no-show': 'did not see the patient, who missed the appointment',
  'appointment-cancelled': 'has no time set any more',
  interim: 'is treating the patient',
  'on-hold': 'pauses',
  'cancel-requested': 'is asked to agree that the request is taken back',
  cancelled: 'is asked no more: the clinic took the request back',
  declined: 'does not take the patient',
  failed: 'began and cannot finish',
  completed: 'reported the outcome',
  'closed-confirmed': 'has its outcome read by the clinic',
  'entered-in-error': 'was asked in error',
};

/** Steps that say more than the state they lead to. */
const stepWords: Record<string, string> = {
  answer: 'has our answer to what it asked',
  deliver: 'was reached after all',
  rebook: 'has set another time',
  report: 'reported',
  resume: 'goes on',
  reopen: 'is asked once more',
  transfer: 'is followed by somebody else',
  confirm: 'has its last words read by the clinic',
};

export const referralWords = (state: ReferralState, event: string | null = null): string =>
  stepWords[event ?? ''] ?? stateWords[state];

const nextMoves: Record<WaitingOn, string> = {
  us: ' The next step is the clinic’s.',
  partner: ' The next step is theirs.',
  payer: ' The next step is the payer’s.',
  patient: ' The next step is the patient’s.',
  nobody: '',
};

/** Whose move it is, where the step tells. */
export const nextMove = (waitingOn: WaitingOn | undefined): string => (waitingOn ? nextMoves[waitingOn] : '');
