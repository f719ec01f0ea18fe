/** How one attempt went. */
export interface Outcome {
  /**
   * `delivered` the channel gave proof; `try-again` later; `gone` the receiver says: never again (410); `bounced` the mail server refused
   * for good; `hopeless` no later try can do better.
   */
  verdict: 'delivered' | 'try-again' | 'gone' | 'bounced' | 'hopeless';
  status: number | null;
  durationMs: number;
  /** A class of errors, never what the other side wrote. */
  error: string | null;
  retryAfterMs: number | null;
  /** True when the receiver may have it although nothing proves it: an answer that was cut off, or never came. */
  mayHaveArrived: boolean;
}

export const delivered = (status: number, durationMs: number): Outcome => ({
  verdict: 'delivered',
  status,
  durationMs,
  error: null,
  retryAfterMs: null,
  mayHaveArrived: true,
});

export const notDelivered = (
  error: string,
  durationMs: number,
  more: Partial<Omit<Outcome, 'error' | 'durationMs'>> = {},
): Outcome => ({
  verdict: 'try-again',
  status: null,
  retryAfterMs: null,
  mayHaveArrived: false,
  ...more,
  error,
  durationMs,
});

/** The attempt as people read it. */
export function inWords({ verdict, status, error }: Outcome): string {
  if (verdict === 'delivered') return 'delivered';
  const answer = status === null ? (error ?? 'no answer') : `answered ${status}`;
  return { 'try-again': answer, gone: `${answer}: gone`, bounced: `${answer}: refused for good`, hopeless: answer }[
    verdict
  ];
}
