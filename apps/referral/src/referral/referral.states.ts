import { DomainError, type referralStates } from '#contracts';
import type { Role } from '#platform';

export type ReferralState = (typeof referralStates)[number];
/** What people can do to a referral. */
export const referralEvents = ['accept', 'decline', 'complete', 'cancel'] as const;
export type ReferralEvent = (typeof referralEvents)[number];

interface Transition {
  to: ReferralState;
  /** Who may do it; a coordinator also on the partner's behalf. */
  by: readonly Role[];
}

/** The closed loop. A state without a way out is an end. */
export const transitions: Readonly<Record<ReferralState, Partial<Record<ReferralEvent, Transition>>>> = {
  sent: {
    accept: { to: 'accepted', by: ['partner', 'coordinator'] },
    decline: { to: 'declined', by: ['partner', 'coordinator'] },
    cancel: { to: 'cancelled', by: ['coordinator'] },
  },
  accepted: {
    complete: { to: 'completed', by: ['partner', 'coordinator'] },
    cancel: { to: 'cancelled', by: ['coordinator'] },
  },
  declined: {},
  completed: {},
  cancelled: {},
};

/** What this role may do now: the same table that refuses everything else. */
export const allowedEvents = (state: ReferralState, role: Role): ReferralEvent[] =>
  referralEvents.filter((event) => transitions[state][event]?.by.includes(role));

/** The state that follows, or the refusal that names what is allowed instead. */
export const nextState = (state: ReferralState, event: ReferralEvent, role: Role): ReferralState => {
  const transition = transitions[state][event];
  if (!transition) {
    throw new DomainError('illegal-transition', `A referral that is ${state} cannot be moved by "${event}".`, [], {
      state,
      allowed: allowedEvents(state, role),
    });
  }
  if (!transition.by.includes(role)) {
    throw new DomainError('forbidden', `"${event}" is not for the role ${role}.`, [], {
      allowed: allowedEvents(state, role),
    });
  }
  return transition.to;
};
