import { deliveryStates, type DeliveryState } from '#contracts';

/**
 * What happens to one message on its way:
 * `claim` an instance takes it in hand (again, when the one that had it is gone), `arrive` the channel gave proof, `put-off` it is tried
 * again later, `give-up` a person has to see to it, `queue-again` a person or a repaired endpoint starts it anew, `renew`
 * the reader of a mail asks for a fresh one, `cancel` nobody needs it
 * any more.
 */
export const deliveryEvents = ['claim', 'arrive', 'put-off', 'give-up', 'queue-again', 'renew', 'cancel'] as const;
export type DeliveryEvent = (typeof deliveryEvents)[number];

const table: Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>> = {
  queued: { claim: 'sending', 'give-up': 'failed', cancel: 'cancelled' },
  retrying: { claim: 'sending', 'give-up': 'failed', 'queue-again': 'queued', cancel: 'cancelled' },
  sending: { claim: 'sending', arrive: 'delivered', 'put-off': 'retrying', 'give-up': 'failed', cancel: 'cancelled' },
  failed: { 'queue-again': 'queued', renew: 'queued', cancel: 'cancelled' },
  // It was on its way when it was taken back, and arrived all the same: that is what the record must say.
  cancelled: { arrive: 'delivered' },
  delivered: { renew: 'queued' },
};

/** The state after it; null where it means nothing. */
export const after = (state: DeliveryState, event: DeliveryEvent): DeliveryState | null => table[state][event] ?? null;

/** What the clinic can do about it; a fresh mail is its reader's to ask for. */
export const allowedIn = (state: DeliveryState): DeliveryEvent[] =>
  deliveryEvents.filter((event) => event !== 'renew' && after(state, event) !== null);

/** The states in which an event means something. */
export const statesBefore = (event: DeliveryEvent): DeliveryState[] =>
  deliveryStates.filter((state) => after(state, event) !== null);
