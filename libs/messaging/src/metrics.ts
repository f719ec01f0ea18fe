import { Counter, Gauge } from 'prom-client';
import { findEvent } from '#contracts';

const labelNames = ['type'] as const;

export const eventsHandled = new Counter({
  name: 'throughline_events_handled_total',
  help: 'Events that took effect.',
  labelNames,
});
export const eventsSent = new Counter({
  name: 'throughline_events_sent_total',
  help: 'Events that the broker has taken; one that was sent twice counts twice.',
  labelNames: ['topic'] as const,
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

/** Since this process began, by topic. */
export async function traffic(): Promise<{
  sent: Record<string, number>;
  handled: Record<string, number>;
  lastHandledSecondsAgo: number | null;
}> {
  const sent: Record<string, number> = {};
  for (const { labels, value } of (await eventsSent.get()).values) add(sent, String(labels.topic), value);
  const handled: Record<string, number> = {};
  for (const { labels, value } of (await eventsHandled.get()).values)
    add(handled, findEvent(String(labels.type))?.topic ?? 'unknown', value);
  const lastSeconds = (await lastHandled.get()).values[0]?.value ?? 0;
  return {
    sent,
    handled,
    lastHandledSecondsAgo: lastSeconds === 0 ? null : Math.max(0, Math.round(Date.now() / 1000 - lastSeconds)),
  };
}

const add = (counts: Record<string, number>, name: string, value: number): void => {
  counts[name] = (counts[name] ?? 0) + value;
};

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
