import { isDatabaseAway } from '#platform';

/** SQLSTATEs after which the same transaction may well succeed: serialization failure, deadlock, lock not available, shutting down. */
const passing = new Set(['40001', '40P01', '55P03', '57014', '25006']);

/**
 * Whose fault a failed handler is. `world`: something we depend on is away or busy; wait and try again, for as long as it takes.
 * `message`: this message, or our handling of it, is wrong; trying for ever would block its patient unseen.
 */
export function failureKind(error: unknown): 'world' | 'message' {
  if (isDatabaseAway(error)) return 'world';
  const code =
    (error as { code?: unknown } | null)?.code ??
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && passing.has(code) ? 'world' : 'message';
}
