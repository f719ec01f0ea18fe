import { authorizationStates } from '#contracts';
import { allowedEvents, authorizationEvents, nextState } from './authorization.states.js';

const legal: Record<string, string> = {
  'needed submit': 'submitted',
  'submitted pend': 'pended',
  'submitted approve': 'approved',
  'submitted deny': 'denied',
  'pended submit': 'submitted',
  'pended approve': 'approved',
  'pended deny': 'denied',
  'approved renew': 'approved',
  'denied appeal': 'appealed',
  'appealed pend': 'pended',
  'appealed approve': 'approved',
  'appealed deny': 'denied',
  'expired submit': 'submitted',
  'expired renew': 'approved',
  'exhausted submit': 'submitted',
  'exhausted renew': 'approved',
};
const cells = authorizationStates.flatMap((state) => authorizationEvents.map((event) => [state, event] as const));

it.each(cells)('%s by %s', (state, event) => {
  const next = legal[`${state} ${event}`];
  if (next) {
    expect(nextState(state, event)).toBe(next);
    expect(allowedEvents(state)).toContain(event);
    return;
  }
  const refusal = { code: 'illegal-transition', extensions: { state, allowed: allowedEvents(state) } };
  expect(() => nextState(state, event)).toThrow(expect.objectContaining(refusal) as Error);
  expect(allowedEvents(state)).not.toContain(event);
});
