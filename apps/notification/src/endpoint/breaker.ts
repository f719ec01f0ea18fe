import type { Endpoint } from '#contracts';

/** Failures in a row after which an endpoint is left alone for a while. */
export const failuresToOpen = 5;
const firstPauseMs = 60_000;
const longestPauseMs = 30 * 60_000;

export interface Breaker {
  failures: number;
  /** Until when nothing is sent; after it one message is the probe. Null: closed. */
  openUntil: Date | null;
}

export const closedBreaker: Breaker = { failures: 0, openUntil: null };

/** One failure more. From the fifth in a row on, each one doubles the pause, up to half an hour. */
export function afterFailure({ failures: before }: Breaker, now: Date): Breaker {
  const failures = before + 1;
  if (failures < failuresToOpen) return { failures, openUntil: null };
  const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(failures - failuresToOpen, 10), longestPauseMs);
  return { failures, openUntil: new Date(now.getTime() + pauseMs) };
}

export function stateOf({ openUntil }: Breaker, now: Date): Endpoint['health']['breaker'] {
  if (openUntil === null) return 'closed';
  return openUntil > now ? 'open' : 'half-open';
}

/** How many messages may be on their way to one endpoint at the same time. */
export const mostInFlight = 4;

export const roomOf = (breaker: Breaker, inFlight: number, now: Date): number => {
  const most = { closed: mostInFlight, 'half-open': 1, open: 0 }[stateOf(breaker, now)];
  return Math.max(0, most - inFlight);
};
