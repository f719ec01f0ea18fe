import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Page, TimelineEntry } from '#contracts';
import { encodeCursor, readCursor, type User } from '#platform';

/** The database's own text of the instant (it is finer than a JavaScript date), and the entry's number. */
const position = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:?\d\d)?$/),
  z.string().regex(/^\d{1,18}$/),
]);

/** What only physicians read: words about self-harm, and that there is behavioral health at all. */
const forPhysicians = ['red-flag.restricted-note', 'behavioral-health.%'];

interface Row extends Omit<TimelineEntry, 'at' | 'planVersion' | 'source'> {
  at: Date;
  plan_version: number | null;
  handoff_id: string | null;
  at_exact: string;
}

@Injectable()
export class TimelineQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  async ofPatient(
    patientId: string,
    page: { limit: number; cursor?: string | undefined },
    reader: Pick<User, 'role'>,
  ): Promise<Page<TimelineEntry>> {
    const after = readCursor(page.cursor, position);
    const rows = await this.database.query<Row[]>(
      `select id::text, at, at::text as at_exact, type, text, by, plan_version, handoff_id from timeline_entry
        where patient_id = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::bigint))
          and type not like all ($5::text[])
        order by at desc, id desc limit $4`,
      [
        patientId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        page.limit + 1,
        reader.role === 'physician' ? [] : forPhysicians,
      ],
    );
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        type: row.type,
        text: row.text,
        by: row.by,
        planVersion: row.plan_version,
        source: row.handoff_id === null ? null : { kind: 'handoff', id: row.handoff_id },
      })),
      next: rows.length > page.limit && last ? encodeCursor([last.at_exact, last.id]) : null,
    };
  }
}
