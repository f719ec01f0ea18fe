import { authorizationStates } from '#contracts';
import { allowedEvents, authorizationEvents, nextState } from './authorization.states.js';

const legal: Record<string, string> = {
  'needed submit': 'submitted',
  'submitted approve': 'approved',
  'submitted deny': 'denied',
  'denied appeal': 'submitted',
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
