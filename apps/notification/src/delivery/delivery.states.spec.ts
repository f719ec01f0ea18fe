import { deliveryStates } from '#contracts';
import { after, allowedIn, deliveryEvents, statesBefore } from './delivery.states.js';

const rows = {
  //          claim      arrive       put-off     give-up   queue-again  renew  cancel
  queued: ['sending', null, null, 'failed', null, null, 'cancelled'],
  sending: ['sending', 'delivered', 'retrying', 'failed', null, null, 'cancelled'],
  retrying: ['sending', null, null, 'failed', 'queued', null, 'cancelled'],
  delivered: [null, null, null, null, null, 'queued', null],
  failed: [null, null, null, null, 'queued', 'queued', 'cancelled'],
  cancelled: [null, 'delivered', null, null, null, null, null],
} as const;

describe('the states of a delivery', () => {
  it('cover every state and event', () => {
    expect(Object.keys(rows).sort()).toEqual([...deliveryStates].sort());
    for (const state of deliveryStates) {
      expect(deliveryEvents.map((event) => after(state, event))).toEqual(rows[state]);
    }
  });

  it('say what may happen now, and where', () => {
    expect(allowedIn('failed')).toEqual(['queue-again', 'cancel']);
    expect(allowedIn('delivered')).toEqual([]);
    expect(statesBefore('queue-again')).toEqual(['retrying', 'failed']);
    expect(statesBefore('cancel')).toEqual(['queued', 'sending', 'retrying', 'failed']);
  });

  it('lead from everywhere to an end that a person sees or that needs nobody', () => {
    const reachable = (from: (typeof deliveryStates)[number], seen = new Set<string>()): Set<string> => {
      for (const event of deliveryEvents) {
        const next = after(from, event);
        if (next !== null && !seen.has(next)) reachable(next, seen.add(next));
      }
      return seen;
    };
    for (const state of ['queued', 'sending', 'retrying'] as const) {
      for (const end of ['delivered', 'failed', 'cancelled']) expect(reachable(state)).toContain(end);
    }
  });
});
