import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type AuditEntry, type AuditQuery, type Page } from '#contracts';
import { Settings } from '../config/settings.js';
import { encodeCursor, readCursor } from '../http/cursor.js';
import { auditColumns, type AuditRow, toAuditEntry } from './audit-record.js';

/** Where a page ended. The same at every service, so that one cursor leads through all of them. */
const position = z.tuple([z.iso.datetime(), z.uuid()]);

const statuses: Record<NonNullable<AuditQuery['outcome']>, readonly [from: number, below: number]> = {
  allowed: [0, 400],
  refused: [400, 500],
  failed: [500, 1000],
};

@Injectable()
export class AuditQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Newest first. */
  async list(search: AuditQuery): Promise<Page<AuditEntry>> {
    const after = readCursor(search.cursor, position);
    const [from, below] = search.outcome === undefined ? [0, 1000] : statuses[search.outcome];
    const rows = await this.dataSource.query<AuditRow[]>(
      `select ${auditColumns} from audit_entry e
        where ($1::uuid is null or e.patient_ids @> array[$1::uuid])
          and ($2::text is null or e.actor_sub = $2)
          and ($3::text is null or e.actor_role = $3)
          and e.status >= $4 and e.status < $5
          and ($6::timestamptz is null or e.at >= $6)
          and ($7::timestamptz is null or e.at < $7)
          and ($8::timestamptz is null or (e.at, e.id) < ($8, $9::uuid))
        order by e.at desc, e.id desc limit $10`,
      [
        ...[search.patient ?? null, search.actor ?? null, search.role ?? null, from, below],
        ...[search.from ?? null, search.to ?? null, after?.[0] ?? null, after?.[1] ?? null, search.limit + 1],
      ],
    );
    const items = rows.slice(0, search.limit).map((row) => toAuditEntry(row, this.settings.service));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.at, last.id]) : null };
  }
}
