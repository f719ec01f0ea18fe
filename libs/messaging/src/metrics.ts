import { Counter, Gauge } from 'prom-client';

export const eventsHandled = new Counter({ name: 'throughline_events_handled_total', help: 'Events that took effect.', labelNames: ['type'] });
export const eventsFailed = new Counter({ name: 'throughline_events_failed_total', help: 'Failed tries.', labelNames: ['type'] });
export const eventsParked = new Counter({ name: 'throughline_events_parked_total', help: 'Events parked.', labelNames: ['type'] });
export const parkedNow = new Gauge({ name: 'throughline_parked_messages', help: 'Messages waiting for an operator.' });
export const outboxSize = new Gauge({ name: 'throughline_outbox_size', help: 'Events not sent yet.' });
export const outboxAge = new Gauge({
  name: 'throughline_outbox_age_seconds',
  help: 'Age of the oldest event not sent yet: the health figure of a service.',
});
