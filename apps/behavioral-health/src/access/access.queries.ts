import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AccessEntry, AccessQuery, Page } from '#contracts';
import { encodeCursor, readCursor } from '#platform';

interface Row {
  id: string;
  at: Date;
  patient_id: string;
  what: AccessEntry['what'];
  record_id: string | null;
  basis: string;
  granted: boolean;
  by: AccessEntry['by'];
}

@Injectable()
export class AccessQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  async list({ patient, cursor, limit }: AccessQuery): Promise<Page<AccessEntry>> {
    const after = readCursor(cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]));
    const rows = await this.database.query<Row[]>(
      `select id::text, at, patient_id, what, record_id, basis, granted, by from access_entry
        where ($1::uuid is null or patient_id = $1) and ($2::bigint is null or id < $2)
        order by access_entry.id desc limit $3`,
      [patient ?? null, after?.[0] ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(toEntry);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}

const toEntry = (row: Row): AccessEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  by: row.by,
  patientId: row.patient_id,
  what: row.what,
  recordId: row.record_id,
  basis: row.basis,
  granted: row.granted,
});
