import { type Topic, topics } from '#contracts';

/** What one service's messaging is told at `MessagingModule.forRoot`. The class is the injection token. */
export abstract class MessagingOptions {
  /** Consumer group, inbox name and event source in one. */
  abstract readonly service: string;
  /** Put before every topic and group; only tests that share a broker need one. */
  abstract readonly topicPrefix: string;
  /** Created when missing. */
  abstract readonly topics: readonly Topic[];
  /** How long the broker waits for a silent member before others get its partitions. */
  abstract readonly sessionTimeoutMs: number;
}

/**
 * After a `kill -9` the group stands still for one session: short is a short pause, too short is a needless rebalance
 * when a busy machine skips a beat. Kafka's own floor is 6 s.
 */
const sessionTimeoutMs = 8000;

export const withDefaults = (options: Partial<MessagingOptions> & { service: string }): MessagingOptions => ({
  topicPrefix: '',
  topics,
  sessionTimeoutMs,
  ...options,
});
