const msPerSecond = 1000;
const longestRetryAfterMs = 24 * 3_600_000;
/** A share of the pause, so that what failed together does not come back together. */
const jitter = 0.2;

export interface RetryRules {
  pausesSeconds: readonly number[];
  /** After this moment the message is given up. */
  giveUpAt: Date;
}

/**
 * When a message is tried again after its `tries`-th failure in this round; null: it is given up. What the receiver asked for
 * (`Retry-After`) is honoured up to a day. `random` is in [0, 1).
 */
export function nextTry(
  rules: RetryRules,
  at: { tries: number; now: Date; retryAfterMs: number | null; random: number },
): Date | null {
  const { pausesSeconds, giveUpAt } = rules;
  const seconds = pausesSeconds[Math.min(at.tries, pausesSeconds.length) - 1] ?? 0;
  const pauseMs = seconds * msPerSecond * (1 - jitter / 2 + jitter * at.random);
  const wantedMs = Math.min(at.retryAfterMs ?? 0, longestRetryAfterMs);
  const next = new Date(at.now.getTime() + Math.max(pauseMs, wantedMs));
  return next > giveUpAt ? null : next;
}

/** `Retry-After` in milliseconds: seconds or a date. Null when it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * msPerSecond;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
