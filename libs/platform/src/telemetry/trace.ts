import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** W3C trace context of what is being worked on. The only ambient state there is, and nothing decides by it. */
const current = new AsyncLocalStorage<string>();

const traceparentPattern = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The traceparent to pass on, if there is one. */
export const currentTraceparent = (): string | undefined => current.getStore();

/** Runs `work` as a child of `parent`, or as the start of a new trace when there is none (or a malformed one). */
export function withTrace<T>(parent: string | undefined, work: () => T): T {
  return current.run(childOf(parent), work);
}

export function childOf(parent: string | undefined): string {
  const isUsable = parent !== undefined && traceparentPattern.test(parent);
  const traceId = isUsable ? parent.slice(3, 35) : randomBytes(16).toString('hex');
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
}
