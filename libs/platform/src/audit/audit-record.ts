import { createHash } from 'node:crypto';
import type { AuditEntry, AuditPurpose } from '#contracts';

/** One row of `audit_entry`, as text: exactly what its seal covers. */
export interface AuditRow {
  id: string;
  at: string;
  recordedAt: string;
  actorSub: string | null;
  actorName: string | null;
  actorRole: string | null;
  actorPartner: string | null;
  purpose: AuditPurpose | null;
  reason: string | null;
  breakGlassId: string | null;
  method: string;
  route: string;
  ids: Record<string, string>;
  patientIds: string[];
  status: number;
  trace: string;
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of an `AuditRow`, of a table named `e`; times to the microsecond, whatever the session's zone. */
export const auditColumns = `e.id, ${utc('e.at')} as at, ${utc('e.recorded_at')} as "recordedAt", e.actor_sub as "actorSub",
  e.actor_name as "actorName", e.actor_role as "actorRole", e.actor_partner as "actorPartner", e.purpose, e.reason,
  e.break_glass_id as "breakGlassId", e.method, e.route, e.ids, e.patient_ids::text[] as "patientIds", e.status, e.trace`;

export const sealTime = utc('s.sealed_at');

/** Where the chain begins. */
export const genesis = '0'.repeat(64);

export interface Link {
  number: number;
  sealedAt: string;
}

/** The hash that seals an entry: over the hash before it, its own number and time, and every column in a fixed order. */
export const sealHash = (previous: string, { number, sealedAt }: Link, row: AuditRow): string =>
  createHash('sha256')
    .update([previous, number, sealedAt, canonical(row)].join('\n'))
    .digest('hex');

function canonical(row: AuditRow): string {
  const ids = Object.entries(row.ids).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    ...[row.id, row.at, row.recordedAt, row.actorSub, row.actorName, row.actorRole, row.actorPartner],
    ...[row.purpose, row.reason, row.breakGlassId, row.method, row.route, ids, row.patientIds, row.status, row.trace],
  ]);
}

export const outcomeOf = (status: number): AuditEntry['outcome'] =>
  status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'allowed';

export const toAuditEntry = (row: AuditRow, service: string): AuditEntry => ({
  id: row.id,
  service,
  at: new Date(row.at).toISOString(),
  actor:
    row.actorSub === null
      ? null
      : { sub: row.actorSub, name: row.actorName ?? '', role: row.actorRole ?? '', partnerId: row.actorPartner },
  purpose: row.purpose,
  reason: row.reason,
  breakGlassId: row.breakGlassId,
  method: row.method,
  route: row.route,
  ids: row.ids,
  patientIds: row.patientIds,
  status: row.status,
  outcome: outcomeOf(row.status),
  trace: row.trace,
});
