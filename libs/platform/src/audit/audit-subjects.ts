import type { EntityManager } from 'typeorm';
import type { AuditDraft } from './audit-draft.js';
import { isUuid } from './found-patients.js';

/** By the beginning of a route: the table in which its `:id` stands beside a `patient_id`. */
export type SubjectTables = Readonly<Record<string, string>>;

/** Whose record a route is about, where neither its path nor its answer says so. */
export class AuditSubjects {
  constructor(private readonly tables: SubjectTables) {}

  async patientOf(manager: EntityManager, { asked, ids }: AuditDraft): Promise<string | null> {
    const [, table] = Object.entries(this.tables).find(([start]) => asked.route.startsWith(`${start}/:id`)) ?? [];
    if (table === undefined || !isUuid(ids['id'])) return null;
    const [row] = await manager.query<{ patient_id: string | null }[]>(
      `select patient_id from ${table} where id = $1`,
      [ids['id']],
    );
    return row?.patient_id ?? null;
  }
}
