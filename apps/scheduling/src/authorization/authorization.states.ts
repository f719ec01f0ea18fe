import { DomainError, type Authorization } from '#contracts';

export type AuthorizationState = Authorization['state'];
export const authorizationEvents = ['submit', 'approve', 'deny', 'appeal'] as const;
export type AuthorizationEvent = (typeof authorizationEvents)[number];

/** What the coordinator can record. `needed` and `withdrawn` are said by the plan alone. */
export const transitions: Readonly<
  Record<AuthorizationState, Partial<Record<AuthorizationEvent, AuthorizationState>>>
> = {
  needed: { submit: 'submitted' },
  submitted: { approve: 'approved', deny: 'denied' },
  approved: {},
  denied: { appeal: 'submitted' },
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
