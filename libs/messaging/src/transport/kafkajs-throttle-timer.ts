import { createRequire } from 'node:module';

interface RequestQueue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs 2.2.4 sets a timer with a negative delay after every request: Node warns (TimeoutNegativeWarning) and runs it a
 * millisecond later for nothing. There is only something to check when requests wait. Goes when kafkajs goes.
 */
export function mendThrottleTimer(): void {
  const queue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
    prototype: RequestQueue;
  };
  const original = queue.prototype.scheduleCheckPendingRequests;
  queue.prototype.scheduleCheckPendingRequests = function scheduleWhenWaiting(this: RequestQueue): void {
    if (this.pending.length > 0) original.call(this);
  };
}
