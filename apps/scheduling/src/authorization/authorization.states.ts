import { DomainError, type Authorization } from '#contracts';

export type AuthorizationState = Authorization['state'];
export const authorizationEvents = ['submit', 'pend', 'approve', 'deny', 'appeal', 'renew'] as const;
export type AuthorizationEvent = (typeof authorizationEvents)[number];

/**
 * What the coordinator can record. `needed` and `withdrawn` are said by the plan alone, `expired` by the calendar, `exhausted` by what took
 * place. A permission that stands can be renewed before it ends, and one that has ended can be asked for again.
 */
export const transitions: Readonly<
  Record<AuthorizationState, Partial<Record<AuthorizationEvent, AuthorizationState>>>
> = {
  needed: { submit: 'submitted' },
  submitted: { pend: 'pended', approve: 'approved', deny: 'denied' },
  pended: { submit: 'submitted', approve: 'approved', deny: 'denied' },
  approved: { renew: 'approved' },
  denied: { appeal: 'appealed' },
  appealed: { pend: 'pended', approve: 'approved', deny: 'denied' },
  expired: { submit: 'submitted', renew: 'approved' },
  exhausted: { submit: 'submitted', renew: 'approved' },
  withdrawn: {},
};

export const allowedEvents = (state: AuthorizationState): AuthorizationEvent[] =>
  authorizationEvents.filter((event) => transitions[state][event] !== undefined);

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextState(state: AuthorizationState, event: AuthorizationEvent): AuthorizationState {
  const next = transitions[state][event];
  if (next) return next;
  throw new DomainError('illegal-transition', `An authorization that is ${state} cannot be moved by "${event}".`, [], {
    state,
    allowed: allowedEvents(state),
  });
}
