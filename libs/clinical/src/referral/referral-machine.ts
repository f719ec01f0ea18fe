import {
  type DeclineFamily,
  DomainError,
  type FieldError,
  type InformationItem,
  type ReferralEvent,
  referralEvents,
  type ReferralMove,
  type ReferralState,
  referralStates,
  type holdCauses,
  type WaitingOn,
} from '#contracts';
import {
  eventNeeds,
  type LoopEvent,
  type ReferralCondition,
  type ReferralMover,
  referralTable,
  type Transition,
} from './referral-table.js';

/** What the table's conditions and the question of who moves next look at. */
export interface ReferralFacts {
  state: ReferralState;
  /** Where a pause, or a question of ours, began. */
  before: ReferralState | null;
  family: DeclineFamily | null;
  holdCause: (typeof holdCauses)[number] | null;
  missing: readonly InformationItem[];
  /** Somebody was asked after it. */
  isFollowed: boolean;
  /** The clinic has read how it ended. */
  isRead: boolean;
  /** A therapist's course ends with a summary, and none is there. */
  owesSummary: boolean;
}

const conditions: Record<ReferralCondition, (facts: ReferralFacts, mover: ReferralMover) => boolean> = {
  'declined-for-information': ({ family, isFollowed, isRead }) => family === 'information' && !isFollowed && !isRead,
  'nobody-asked-since': ({ isFollowed }) => !isFollowed,
  'not-read-yet': ({ isRead }) => !isRead,
  'summary-is-there': ({ owesSummary }, mover) => mover === 'system' || !owesSummary,
};

/** What somebody can do about a condition that does not hold; the others are told by what is allowed instead. */
const missingFor: Partial<Record<ReferralCondition, string>> = {
  'summary-is-there':
    'The discharge summary is missing: discharge the patient in therapy, or send it as a report; a course without one has failed.',
};

const transitionOf = (facts: ReferralFacts, event: LoopEvent, mover: ReferralMover): Transition | null => {
  const transition = referralTable[facts.state][event];
  return transition && (!transition.only || conditions[transition.only](facts, mover)) ? transition : null;
};

/** What this mover may do now: the same table that refuses everything else. */
export const allowedReferralEvents = (facts: ReferralFacts, mover: ReferralMover): ReferralEvent[] =>
  referralEvents.filter((event) => transitionOf(facts, event, mover)?.by.includes(mover));

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextReferralState(facts: ReferralFacts, event: LoopEvent, mover: ReferralMover): ReferralState {
  const transition = transitionOf(facts, event, mover);
  const allowed = allowedReferralEvents(facts, mover);
  if (!transition) {
    const { state } = facts;
    const condition = referralTable[state][event]?.only;
    const missing = condition && missingFor[condition];
    const detail = missing ?? `A referral that is ${state} cannot be moved by "${event}".`;
    throw new DomainError('illegal-transition', detail, [], { state, allowed });
  }
  if (!transition.by.includes(mover)) {
    throw new DomainError('forbidden', `"${event}" is not for the role ${mover}.`, [], { allowed });
  }
  if (transition.to === 'stays') return facts.state;
  return transition.to === 'before' ? (facts.before ?? 'accepted') : transition.to;
}

/** Each event needs its own words, and nothing that does not belong to it is silently dropped. */
export function checkReferralMove(event: ReferralEvent, details: ReferralMove): void {
  const { needs, may } = eventNeeds[event];
  const given = (Object.keys(details) as (keyof ReferralMove)[]).filter((field) => details[field] !== undefined);
  const errors: FieldError[] = [
    ...needs
      .filter((field) => !given.includes(field))
      .map((field) => ({ path: field, message: `Required to ${event}.` })),
    ...given
      .filter((field) => !needs.includes(field) && !may.includes(field))
      .map((field) => ({ path: field, message: `Has no meaning for ${event}.` })),
  ];
  if (errors.length > 0) throw new DomainError('invalid-input', `The details do not fit "${event}".`, errors);
}

const always: Partial<Record<ReferralState, WaitingOn>> = {
  draft: 'us',
  sent: 'partner',
  undeliverable: 'us',
  received: 'partner',
  accepted: 'partner',
  waitlisted: 'partner',
  scheduled: 'patient',
  'no-show': 'patient',
  'appointment-cancelled': 'partner',
  interim: 'partner',
  'cancel-requested': 'partner',
  cancelled: 'nobody',
  completed: 'us',
  'closed-confirmed': 'nobody',
  'entered-in-error': 'nobody',
};

/** Whose move it is: exactly one, and never typed in by anybody. */
export function referralWaitsOn(facts: ReferralFacts): WaitingOn {
  const { state, family, holdCause, missing, isFollowed, isRead } = facts;
  switch (state) {
    case 'info-requested': {
      const open = missing.filter(({ answeredAt }) => answeredAt === null);
      return open.length > 0 && open.every(({ part }) => part === 'authorization') ? 'payer' : 'us';
    }
    case 'on-hold':
      return holdCause === null || holdCause === 'plan' ? 'us' : holdCause;
    case 'declined':
      if (isFollowed || isRead) return 'nobody';
      return family === 'patient' ? 'patient' : 'us';
    case 'failed':
      return isFollowed || isRead ? 'nobody' : 'us';
    default:
      return always[state] ?? 'nobody';
  }
}

/** States in which nothing more is expected of the partner: it may be asked again. */
export const endedReferralStates = [
  'cancelled',
  'declined',
  'failed',
  'completed',
  'closed-confirmed',
  'entered-in-error',
] as const satisfies readonly ReferralState[];

export const isEndedReferral = (state: ReferralState): boolean =>
  (endedReferralStates as readonly ReferralState[]).includes(state);

/** The partner has said yes at some time: its past stays readable for it when it ends. */
export const wasTaken = (state: ReferralState): boolean =>
  !['draft', 'sent', 'undeliverable', 'received', 'info-requested', 'declined'].includes(state);

const reachable = new Map<ReferralState, Set<ReferralState>>();

/** Whether steps of the table lead from one state to another: news that says otherwise came late. */
export function referralLeadsTo(from: ReferralState, to: ReferralState): boolean {
  const known = reachable.get(from) ?? reachFrom(from);
  reachable.set(from, known);
  return known.has(to);
}

function reachFrom(from: ReferralState): Set<ReferralState> {
  const found = new Set<ReferralState>();
  const waiting: ReferralState[] = [from];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    for (const next of nextOf(state)) {
      if (found.has(next) || next === from) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}

/** A pause goes back to whatever can be paused. */
const nextOf = (state: ReferralState): ReferralState[] =>
  Object.values(referralTable[state]).flatMap((transition) => {
    if (!transition || transition.to === 'stays') return [];
    if (transition.to !== 'before') return transition.to === state ? [] : [transition.to];
    return referralStates.filter((from) => referralTable[from].hold !== undefined);
  });
