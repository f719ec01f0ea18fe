import { appointmentStates } from '#contracts';
import { allowedEvents, appointmentEvents, nextState } from './appointment.states.js';

describe('the desk', () => {
  it.each(['diary-call', 'imaging', 'visit'] as const)('closes a %s that is booked, and once', (kind) => {
    expect(nextState({ kind, state: 'booked' }, 'fulfil')).toBe('fulfilled');
    expect(nextState({ kind, state: 'booked' }, 'cancel')).toBe('cancelled');
    for (const state of ['fulfilled', 'cancelled'] as const) {
      for (const event of appointmentEvents) {
        const refusal = { code: 'illegal-transition', extensions: { state, allowed: [] } };
        expect(() => nextState({ kind, state }, event)).toThrow(expect.objectContaining(refusal) as Error);
      }
    }
  });

  it.each(appointmentStates)('leaves a procedure that is %s to the plan, and says so', (state) => {
    expect(allowedEvents({ kind: 'procedure', state })).toEqual([]);
    for (const event of appointmentEvents) {
      expect(() => nextState({ kind: 'procedure', state }, event)).toThrow('follows the plan');
    }
  });
});
