import { DomainError, referralStates } from '#contracts';
import { allowedEvents, nextState, referralEvents, transitions } from './referral.states.js';

describe('referral states', () => {
  it('lets a partner answer what was sent, and report what it accepted', () => {
    expect(allowedEvents('sent', 'partner')).toEqual(['accept', 'decline']);
    expect(allowedEvents('accepted', 'partner')).toEqual(['complete']);
  });

  it('lets a coordinator cancel as long as the loop is open', () => {
    expect(nextState('sent', 'cancel', 'coordinator')).toBe('cancelled');
    expect(nextState('accepted', 'cancel', 'coordinator')).toBe('cancelled');
    expect(allowedEvents('completed', 'coordinator')).toEqual([]);
  });

  it('gives a physician nothing to do', () => {
    expect(referralStates.flatMap((state) => allowedEvents(state, 'physician'))).toEqual([]);
  });

  it('refuses exactly what it does not list as allowed', () => {
    for (const state of referralStates) {
      for (const event of referralEvents) {
        const move = () => nextState(state, event, 'coordinator');
        if (allowedEvents(state, 'coordinator').includes(event)) expect(move()).toBe(transitions[state][event]?.to);
        else expect(move).toThrow(DomainError);
      }
    }
  });

  it('names the allowed events when the state forbids one', () => {
    expect(() => nextState('sent', 'complete', 'partner')).toThrow(
      expect.objectContaining({
        code: 'illegal-transition',
        extensions: { state: 'sent', allowed: ['accept', 'decline'] },
      }) as Error,
    );
  });
});
