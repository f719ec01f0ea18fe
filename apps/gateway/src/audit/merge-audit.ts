import type { AuditEntry, Page } from '#contracts';
import { encodeCursor } from '#platform';

/**
 * One page of the pages of all services, newest first. Each of them holds the first `limit` of its service after the same cursor, so the
 * first `limit` of all of them together are among them.
 */
export function mergeAudit(pages: readonly Page<AuditEntry>[], limit: number): Page<AuditEntry> {
  const all = pages.flatMap(({ items }) => items).sort(newestFirst);
  const items = all.slice(0, limit);
  const hasMore = all.length > limit || pages.some(({ next }) => next !== null);
  const last = items.at(-1);
  return { items, next: hasMore && last ? encodeCursor([last.at, last.id]) : null };
}

const newestFirst = (one: AuditEntry, other: AuditEntry): number => {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  // As PostgreSQL orders uuids: by their bytes, which is by their lower-case text.
  return one.id < other.id ? 1 : -1;
};
