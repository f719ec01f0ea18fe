import type { ReceivedBatch } from '../../src/transport/kafka-client.js';

/** A batch of the first partition, from offset 0, in a group that goes on as long as the test wants. */
export function receivedBatch(
  messages: readonly { key: string; value: string }[],
  override: Partial<ReceivedBatch> = {},
): ReceivedBatch & { resolved: string[] } {
  const resolved: string[] = [];
  return {
    topic: 'throughline.plan.v1',
    partition: 0,
    messages: messages.map((message, at) => ({ ...message, offset: String(at) })),
    heartbeatEveryMs: 1000,
    resolve: (offset) => void resolved.push(offset),
    committed: () => Promise.resolve(),
    heartbeat: () => Promise.resolve(),
    mayGoOn: () => true,
    resolved,
    ...override,
  };
}
