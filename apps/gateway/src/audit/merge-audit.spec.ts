import fc from 'fast-check';
import type { AuditEntry, Page } from '#contracts';
import { readCursor } from '#platform';
import { z } from 'zod';
import { mergeAudit } from './merge-audit.js';

const entry = (service: string, second: number, id: string) =>
  ({ service, at: new Date(Date.UTC(2027, 3, 6, 9, 0, second)).toISOString(), id }) as AuditEntry;
const before = (one: AuditEntry, at: string, id: string): boolean => one.at < at || (one.at === at && one.id < id);

/** A service as it answers: its newest entries after the cursor. */
function pageOf(entries: readonly AuditEntry[], limit: number, cursor: string | undefined): Page<AuditEntry> {
  const after = readCursor(cursor, z.tuple([z.string(), z.string()]));
  const rest = entries
    .filter((one) => after === null || before(one, after[0], after[1]))
    .sort((one, other) => (before(one, other.at, other.id) ? 1 : -1));
  return { items: rest.slice(0, limit), next: rest.length > limit ? 'more' : null };
}

it('brings every entry of every service once, in order, whatever the size of the pages', () => {
  const logs = fc.array(
    fc.array(fc.record({ second: fc.integer({ min: 0, max: 5 }), id: fc.uuid() }), { maxLength: 12 }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(logs, fc.integer({ min: 1, max: 7 }), (given, limit) => {
      const services = given.map((rows, at) => rows.map(({ second, id }) => entry(`s${at}`, second, id)));
      const seen: AuditEntry[] = [];
      for (let cursor: string | undefined; ;) {
        const merged = mergeAudit(
          services.map((entries) => pageOf(entries, limit, cursor)),
          limit,
        );
        seen.push(...merged.items);
        if (merged.next === null) break;
        cursor = merged.next;
      }
      const all = services.flat().sort((one, other) => (before(one, other.at, other.id) ? 1 : -1));
      expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    }),
  );
});
