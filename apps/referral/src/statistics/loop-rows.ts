import type { DeclineFamily, PartnerRole, ReferralState } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countedReferrals, reachedConditions } from '../worklist/referral-filter.js';
import type { Period } from './statistics-period.js';

/** One referral: which stages it reached, and when; null: not. */
export interface LoopRow {
  id: string;
  patientId: string;
  role: PartnerRole;
  partnerId: string;
  state: ReferralState;
  family: DeclineFamily | null;
  sent: Date;
  received: Date | null;
  accepted: Date | null;
  visited: Date | null;
  reported: Date | null;
  closed: Date | null;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
}

export interface AcknowledgedRow {
  partnerId: string;
  issued: Date;
  acknowledged: Date;
}

export interface WeekRow {
  /** Its Monday at the clinic. */
  week: string;
  acknowledged: number;
  inTime: number;
  overdue: number;
}

const pageSize = 5000;

/** The loops of a period, page by page: none of it is kept in memory for longer than it is counted. */
@Injectable()
export class LoopRows {
  constructor(private readonly dataSource: DataSource) {}

  async *referrals({ begins, ends }: Period): AsyncGenerator<LoopRow> {
    let after = [begins.toISOString(), '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const rows = await this.dataSource.query<(LoopRow & { position: string })[]>(
        `select r.id, r.patient_id as "patientId", r.role, r.partner_id as "partnerId", r.state, r.family, r.sent_at as sent,
                (r.received ->> 'at')::timestamptz as received, (r.accepted ->> 'at')::timestamptz as accepted,
                case when ${reachedConditions.visited} then step.visited end as visited,
                case when ${reachedConditions.reported} then coalesce(step.reported, r.changed_at) end as reported,
                case when ${reachedConditions.closed} then coalesce((r.confirmed ->> 'at')::timestamptz, r.changed_at) end as closed,
                p.birth_date as "birthDate", r.sent_at::text as position
           from referral r
           left join patient_copy p on p.patient_id = r.patient_id
           left join lateral (
             select min(s.at) filter (where s.event in ('start', 'report', 'complete')) as visited,
                    min(s.at) filter (where s.event = 'complete') as reported
               from referral_step s where s.referral_id = r.id) step on true
          where ${countedReferrals} and r.sent_at >= $1 and r.sent_at < $2 and (r.sent_at, r.id) > ($3::timestamptz, $4::uuid)
          order by r.sent_at, r.id limit ${pageSize}`,
        [begins, ends, ...after],
      );
      for (const { position: _, ...row } of rows) yield row;
      const last = rows.at(-1);
      if (rows.length < pageSize || last === undefined) return;
      after = [last.position, last.id];
    }
  }

  async *acknowledged({ begins, ends }: Period): AsyncGenerator<AcknowledgedRow> {
    let after = [begins.toISOString(), '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const rows = await this.dataSource.query<(AcknowledgedRow & { id: string; position: string })[]>(
        `select h.id, h.partner_id as "partnerId", h.issued_at as issued, (h.acknowledgement ->> 'at')::timestamptz as acknowledged,
                h.issued_at::text as position
           from handoff h
          where h.status = 'acknowledged' and h.issued_at >= $1 and h.issued_at < $2
            and (h.issued_at, h.id) > ($3::timestamptz, $4::uuid)
          order by h.issued_at, h.id limit ${pageSize}`,
        [begins, ends, ...after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (rows.length < pageSize || last === undefined) return;
      after = [last.position, last.id];
    }
  }

  weeks({ begins, ends, timeZone }: Period, now: Date): Promise<WeekRow[]> {
    return this.dataSource.query<WeekRow[]>(
      `select to_char(date_trunc('week', h.issued_at at time zone $3), 'YYYY-MM-DD') as week,
              count(*) filter (where h.status = 'acknowledged')::int as acknowledged,
              count(*) filter (where h.status = 'acknowledged' and (h.acknowledgement ->> 'at')::timestamptz <= h.due_at)::int as "inTime",
              count(*) filter (where h.status in ('open', 'unassigned') and coalesce(h.answer_by, h.due_at) < $4)::int as overdue
         from handoff h where h.issued_at >= $1 and h.issued_at < $2
        group by 1 order by 1`,
      [begins, ends, timeZone, now],
    );
  }
}
