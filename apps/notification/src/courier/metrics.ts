import { Counter, Gauge, Histogram } from 'prom-client';

export const attempts = new Counter({
  name: 'throughline_delivery_attempts_total',
  help: 'Tries to reach a partner, by channel and how they went.',
  labelNames: ['channel', 'outcome'] as const,
});
export const attemptSeconds = new Histogram({
  name: 'throughline_delivery_attempt_seconds',
  help: 'How long a try took.',
  labelNames: ['channel'] as const,
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
export const undelivered = new Gauge({
  name: 'throughline_deliveries_undelivered',
  help: 'Messages that did not arrive yet, by state.',
  labelNames: ['state'] as const,
});
export const openBreakers = new Gauge({
  name: 'throughline_delivery_breakers_open',
  help: 'Endpoints that are left alone for a while after failures in a row.',
});
export const disabledEndpoints = new Gauge({
  name: 'throughline_delivery_endpoints_disabled',
  help: 'Endpoints that somebody has to repair.',
});
