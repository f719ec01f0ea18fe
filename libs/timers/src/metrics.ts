import { Counter, Gauge } from 'prom-client';

const labelNames = ['kind'] as const;

export const timersFired = new Counter({
  name: 'throughline_timers_fired_total',
  help: 'Timers that had their effect.',
  labelNames,
});
export const timersFailed = new Counter({
  name: 'throughline_timers_failed_total',
  help: 'Failed tries of timers.',
  labelNames,
});
export const timersDue = new Gauge({
  name: 'throughline_timers_due',
  help: 'Timers whose moment has come and that had no effect yet, when the sweep last looked.',
});
export const timersPending = new Gauge({
  name: 'throughline_timers_pending',
  help: 'Timers whose moment is still to come or that had no effect yet, when the sweep last looked.',
});
