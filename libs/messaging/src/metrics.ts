import { Counter, Gauge } from 'prom-client';

const labelNames = ['type'] as const;

export const eventsHandled = new Counter({
  name: 'throughline_events_handled_total',
  help: 'Events that took effect.',
  labelNames,
});
export const eventsRepeated = new Counter({
  name: 'throughline_events_repeated_total',
  help: 'Deliveries of events that had taken effect before.',
  labelNames,
});
export const eventsSkipped = new Counter({
  name: 'throughline_events_skipped_total',
  help: 'Events of a type this service does not handle; `unknown` when the contracts do not name it either.',
  labelNames,
});
export const eventsFailed = new Counter({ name: 'throughline_events_failed_total', help: 'Failed tries.', labelNames });
export const eventsParked = new Counter({
  name: 'throughline_events_parked_total',
  help: 'Events parked.',
  labelNames,
});
export const waitsForTheWorld = new Counter({
  name: 'throughline_events_waits_total',
  help: 'Times a message waited because the database was away or busy.',
});
export const lastHandled = new Gauge({
  name: 'throughline_events_last_handled_timestamp_seconds',
  help: 'When the last event took effect.',
});

const parkedNow = new Gauge({ name: 'throughline_parked_messages', help: 'Messages waiting for an operator.' });
const outboxSize = new Gauge({ name: 'throughline_outbox_size', help: 'Events not sent yet.' });
const outboxAge = new Gauge({
  name: 'throughline_outbox_age_seconds',
  help: 'Age of the oldest event not sent yet: the health figure of a service.',
});

/** These three are counted when somebody scrapes. A scrape during a database outage shows their last value. */
export function bindGauges(
  read: () => Promise<{ outbox: { size: number; oldestSeconds: number }; parked: number }>,
): void {
  let reading: ReturnType<typeof read> | null = null;
  const shared = (): ReturnType<typeof read> => (reading ??= read().finally(() => (reading = null)));
  const bind = (gauge: Gauge, pick: (state: Awaited<ReturnType<typeof read>>) => number): void => {
    const collect = (): Promise<void> =>
      shared().then(
        (state) => gauge.set(pick(state)),
        () => undefined,
      );
    Object.assign(gauge, { collect });
  };
  bind(parkedNow, ({ parked }) => parked);
  bind(outboxSize, ({ outbox }) => outbox.size);
  bind(outboxAge, ({ outbox }) => outbox.oldestSeconds);
}
