import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { inZone, isBusinessDay } from '#clinical';
import {
  instant,
  type AppointmentRequest,
  type AppointmentRequestQuery,
  type Authorization,
  type Page,
} from '#contracts';
import { Clock, encodeCursor, readCursor, type User } from '#platform';
import { AppointmentRepository } from '../appointment/appointment.repository.js';
import { slotsOn } from '../appointment/booking-checks.js';
import { SchedulingConfig } from '../scheduling.config.js';
import { SiteRepository } from '../site/site.repository.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  item_id: string;
  purpose: AppointmentRequest['purpose'];
  title: string;
  role: AppointmentRequest['role'];
  earliest: Date;
  latest: Date | null;
  why: string;
  state: AppointmentRequest['state'];
  appointment_id: string | null;
  changed_at: Date;
  permission: Authorization['state'] | null;
}

const known = `
  select r.id, r.plan_id, r.patient_id, r.item_id, r.purpose, r.title, r.role, r.earliest, r.latest, r.why, r.state,
         r.appointment_id, r.changed_at, p.state as permission
    from appointment_request r
    left join payer_authorization p
      on p.plan_id = r.plan_id and p.item_id = r.item_id and p.kind = r.purpose and p.state <> 'withdrawn'`;

@Injectable()
export class RequestQueries {
  constructor(
    private readonly database: DataSource,
    private readonly appointments: AppointmentRepository,
    private readonly sites: SiteRepository,
    private readonly config: SchedulingConfig,
    private readonly clock: Clock,
  ) {}

  /** Soonest first. A partner sees what is asked of it, for patients that it has accepted. */
  async list(reader: User, search: AppointmentRequestQuery): Promise<Page<AppointmentRequest>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${known}
        where ($1::text is null or r.state = $1)
          and ($2::text is null or r.purpose = $2)
          and ($3::uuid is null or r.patient_id = $3)
          and ($4::uuid is null or r.plan_id = $4)
          and ($5::timestamptz is null or (r.earliest, r.id) > ($5, $6::uuid))
          and ($7::text is null or exists (
                select 1 from team_member m
                 where m.plan_id = r.plan_id and m.partner_id = $7 and m.role = r.role and m.status = 'active' and m.accepted))
        order by r.earliest, r.id limit $8`,
      [
        search.state ?? null,
        search.purpose ?? null,
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        reader.role === 'partner' ? reader.partnerId : null,
        search.limit + 1,
      ],
    );
    const slots = await this.freeSlots();
    const items = rows.slice(0, search.limit).map((row) => toRequest(row, reader, slots));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.earliest, last.id]) : null };
  }

  /** Times of today that are kept for what cannot wait and that nobody has taken. */
  private async freeSlots(): Promise<string[]> {
    const { manager } = this.database;
    const { calendar } = await this.sites.clinic(manager);
    const now = this.clock.now();
    const today = inZone(now, calendar);
    if (!isBusinessDay(today, calendar)) return [];
    const free: string[] = [];
    for (const slot of slotsOn(today, this.config.sameDaySlots)) {
      if (slot > now && (await this.appointments.liveAtClinic(manager, slot)).length === 0)
        free.push(slot.toISOString());
    }
    return free;
  }
}

const unplanned: readonly string[] = ['second-block', 'ablation', 'implant'];

function waitingOn({ state, purpose, permission }: Row): AppointmentRequest['waitingOn'] {
  if (state !== 'open') return 'nobody';
  if (unplanned.includes(purpose)) return 'physician';
  return permission !== null && permission !== 'approved' ? 'payer' : 'us';
}

const toRequest = (row: Row, reader: User, slots: readonly string[]): AppointmentRequest => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  // Around which procedure a session is wanted, a partner may not always know.
  itemId: reader.role === 'partner' && row.purpose === 'therapy-visit' ? (row.role ?? '') : row.item_id,
  purpose: row.purpose,
  title: row.title,
  role: row.role,
  earliest: row.earliest.toISOString(),
  latest: row.latest?.toISOString() ?? null,
  why: row.why,
  state: row.state,
  waitingOn: waitingOn(row),
  appointmentId: row.appointment_id,
  slots: row.purpose === 'same-day' && row.state === 'open' ? [...slots] : [],
  changedAt: row.changed_at.toISOString(),
});
