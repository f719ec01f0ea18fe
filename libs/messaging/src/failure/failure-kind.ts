import { isDatabaseAway } from '#platform';

/**
 * SQLSTATEs after which the same transaction may well succeed: serialization failure, deadlock, lock not available, disk full, out
 * of memory, read only (a primary that became a standby). A cancelled statement is not among them: a handler that runs into
 * its time limit every time must not block its patient unseen.
 */
const passing = new Set(['40001', '40P01', '55P03', '53100', '53200', '25006']);

/** What pg and ioredis say, without a code, about a connection that has gone. */
const goneMessage = /is not queryable|^connection is closed\.?$/i;
const goneNames = new Set(['MaxRetriesPerRequestError']);

/**
 * Whose fault a failed handler is. `world`: something we depend on is away or busy; wait and try again, for as long as it takes.
 * `message`: this message, or our handling of it, is wrong; trying for ever would block its patient unseen.
 */
export function failureKind(error: unknown): 'world' | 'message' {
  if (isDatabaseAway(error)) return 'world';
  if (!(error instanceof Error)) return 'message';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  if (passing.has(String(code ?? driverError?.code))) return 'world';
  return goneNames.has(error.name) || goneMessage.test(error.message) ? 'world' : 'message';
}
