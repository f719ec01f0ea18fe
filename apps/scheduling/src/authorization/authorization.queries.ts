import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Authorization, type AuthorizationQuery, type Page } from '#contracts';
import { encodeCursor, type User, readCursor } from '#platform';
import { allowedEvents } from './authorization.states.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  item_id: string;
  kind: Authorization['kind'];
  subject: string;
  state: Authorization['state'];
  valid_from: string | null;
  valid_until: string | null;
  units: number | null;
  units_used: number;
  side: Authorization['side'];
  level: string[] | null;
  partly: boolean;
  sites: string[] | null;
  note: string | null;
  payer_reason: string | null;
  appeal_by: string | null;
  needed_at: Date;
  changed_at: Date;
}

// Calendar days leave as text: the driver would turn them into instants of the machine's zone.
const known = `select id, plan_id, patient_id, item_id, kind, subject, state, valid_from::text, valid_until::text,
    units, units_used, side, level, partly, sites, note, payer_reason, appeal_by::text, needed_at, changed_at
  from payer_authorization`;

@Injectable()
export class AuthorizationQueries {
  constructor(private readonly database: DataSource) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(reader: User, id: string, from: EntityManager = this.database.manager): Promise<Authorization> {
    const [row] = await from.query<Row[]>(`${known} where id = $1`, [id]);
    if (!row) throw new DomainError('not-found', 'There is no such authorization.');
    return toAuthorization(row, reader);
  }

  /** Newest need first. */
  async list(reader: User, search: AuthorizationQuery): Promise<Page<Authorization>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${known}
        where ($1::text is null or state = $1)
          and ($2::uuid is null or patient_id = $2)
          and ($3::uuid is null or plan_id = $3)
          and ($4::timestamptz is null or (needed_at, id) < ($4, $5::uuid))
        order by needed_at desc, id desc limit $6`,
      [
        search.state ?? null,
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const items = rows.slice(0, search.limit).map((row) => toAuthorization(row, reader));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.neededAt, last.id]) : null };
  }
}

const toAuthorization = (row: Row, reader: User): Authorization => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  itemId: row.item_id,
  kind: row.kind,
  subject: row.subject,
  state: row.state,
  allowed: reader.role === 'coordinator' ? allowedEvents(row.state) : [],
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  units: row.units,
  side: row.side,
  level: row.level,
  partly: row.partly,
  sites: row.sites,
  unitsUsed: row.units_used,
  payerReason: row.payer_reason,
  appealBy: row.appeal_by,
  note: row.note,
  neededAt: row.needed_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
