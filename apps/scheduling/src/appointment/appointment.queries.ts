import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Appointment, type AppointmentQuery, type Page } from '#contracts';
import { encodeCursor, type User, readCursor } from '#platform';
import { allowedEvents } from './appointment.states.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  item_id: string;
  kind: Appointment['kind'];
  title: string;
  state: Appointment['state'];
  starts_at: Date;
  changed_at: Date;
}

const known = `select id, plan_id, patient_id, item_id, kind, title, state, starts_at, changed_at from appointment`;

@Injectable()
export class AppointmentQueries {
  constructor(private readonly database: DataSource) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(reader: User, id: string, from: EntityManager = this.database.manager): Promise<Appointment> {
    const [row] = await from.query<Row[]>(`${known} where id = $1`, [id]);
    if (!row) throw new DomainError('not-found', 'There is no such appointment.');
    return toAppointment(row, reader);
  }

  /** In the order in which they take place. */
  async list(reader: User, search: AppointmentQuery): Promise<Page<Appointment>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${known}
        where ($1::text is null or state = $1)
          and ($2::text is null or kind = $2)
          and ($3::uuid is null or patient_id = $3)
          and ($4::uuid is null or plan_id = $4)
          and ($5::timestamptz is null or (starts_at, id) > ($5, $6::uuid))
        order by starts_at, id limit $7`,
      [
        search.state ?? null,
        search.kind ?? null,
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const items = rows.slice(0, search.limit).map((row) => toAppointment(row, reader));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.startsAt, last.id]) : null };
  }
}

const toAppointment = (row: Row, reader: User): Appointment => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  itemId: row.item_id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  allowed: reader.role === 'coordinator' ? allowedEvents(row) : [],
  startsAt: row.starts_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
