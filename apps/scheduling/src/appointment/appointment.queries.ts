import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Appointment, type AppointmentQuery, type Page } from '#contracts';
import { encodeCursor, type User, readCursor } from '#platform';
import { SiteRepository } from '../site/site.repository.js';
import { allowedEvents, isLive } from './appointment.states.js';
import { onTheClock } from './booking-checks.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  item_id: string;
  kind: Appointment['kind'];
  title: string;
  state: Appointment['state'];
  starts_at: Date;
  plan_starts_at: Date | null;
  minutes: number;
  partner_id: string | null;
  resource: string | null;
  blocked_reason: string | null;
  missed: number;
  reason: string | null;
  override: Appointment['override'];
  sequence: number;
  created_at: Date;
  changed_at: Date;
}

/** What a calendar of the patient may hold: times, and no word of why. */
export interface CalendarEntry {
  id: string;
  kind: Appointment['kind'];
  startsAt: Date;
  minutes: number;
  timeZone: string;
  isCancelled: boolean;
  isConfirmed: boolean;
  sequence: number;
  createdAt: Date;
  changedAt: Date;
}

const known = `
  select a.id, a.plan_id, a.patient_id, a.item_id, a.kind, a.title, a.state, a.starts_at, a.plan_starts_at, a.minutes,
         a.partner_id, a.resource, a.blocked_reason, a.missed, a.reason, a.override, a.sequence, a.created_at, a.changed_at
    from appointment a`;

/** A partner sees those of its own organization, for patients that it has accepted and still treats. */
const isVisible = (parameter: string): string => `
  (${parameter}::text is null or (a.partner_id = ${parameter} and exists (
    select 1 from team_member m
     where m.plan_id = a.plan_id and m.partner_id = a.partner_id and m.status = 'active' and m.accepted)))`;

const ownOf = ({ role, partnerId }: User): string | null => (role === 'partner' ? (partnerId ?? '') : null);

@Injectable()
export class AppointmentQueries {
  constructor(
    private readonly database: DataSource,
    private readonly sites: SiteRepository,
  ) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(reader: User, id: string, from: EntityManager = this.database.manager): Promise<Appointment> {
    const row = await this.row(reader, id, from);
    const zones = await this.sites.zones(from);
    return toAppointment(row, reader, zones(row.partner_id));
  }

  async calendarEntry(reader: User, id: string): Promise<CalendarEntry> {
    const row = await this.row(reader, id, this.database.manager);
    const zones = await this.sites.zones(this.database.manager);
    return {
      id: row.id,
      kind: row.kind,
      startsAt: row.starts_at,
      minutes: row.minutes,
      timeZone: zones(row.partner_id),
      isCancelled: row.state === 'cancelled',
      isConfirmed: row.state !== 'booked',
      sequence: row.sequence,
      createdAt: row.created_at,
      changedAt: row.changed_at,
    };
  }

  /** In the order in which they take place. */
  async list(reader: User, search: AppointmentQuery): Promise<Page<Appointment>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${known}
        where ($1::text is null or a.state = $1)
          and ($2::text is null or a.kind = $2)
          and ($3::uuid is null or a.patient_id = $3)
          and ($4::uuid is null or a.plan_id = $4)
          and ($5::timestamptz is null or (a.starts_at, a.id) > ($5, $6::uuid))
          and ${isVisible('$7')}
        order by a.starts_at, a.id limit $8`,
      [
        search.state ?? null,
        search.kind ?? null,
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        ownOf(reader),
        search.limit + 1,
      ],
    );
    const zones = await this.sites.zones(this.database.manager);
    const items = rows.slice(0, search.limit).map((row) => toAppointment(row, reader, zones(row.partner_id)));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.startsAt, last.id]) : null };
  }

  private async row(reader: User, id: string, from: EntityManager): Promise<Row> {
    const [row] = await from.query<Row[]>(`${known} where a.id = $1 and ${isVisible('$2')}`, [id, ownOf(reader)]);
    if (!row) throw new DomainError('not-found', 'There is no such appointment.');
    return row;
  }
}

const toAppointment = (row: Row, reader: User, timeZone: string): Appointment => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  itemId: row.item_id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  allowed: allowedEvents(row, reader.role),
  startsAt: row.starts_at.toISOString(),
  minutes: row.minutes,
  timeZone,
  localTime: onTheClock(row.starts_at, timeZone),
  partnerId: row.partner_id,
  resource: row.resource,
  proposed: row.kind === 'procedure' && isLive(row) && row.plan_starts_at?.getTime() !== row.starts_at.getTime(),
  blocked: row.blocked_reason,
  missed: row.missed,
  reason: row.reason,
  override: row.override,
  changedAt: row.changed_at.toISOString(),
});
