import { DomainError, type Page, type Referral as ReferralAnswer, type ReferralQuery } from '#contracts';
import { type Role, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import { allowedEvents } from './referral.states.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  member_id: string;
  role: ReferralAnswer['role'];
  partner_id: string;
  handoff_id: string;
  state: ReferralAnswer['state'];
  sent_at: Date;
  changed_at: Date;
  note: string | null;
}

const columns = 'id, plan_id, patient_id, member_id, role, partner_id, handoff_id, state, sent_at, changed_at, note';

@Injectable()
export class ReferralQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; a partner sees its own. */
  async list(query: ReferralQuery, user: User): Promise<Page<ReferralAnswer>> {
    const [beforeSent = null, beforeId = null] = readPosition(query.cursor) ?? [];
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from referral
       where (not $1::boolean or partner_id = $2) and ($3::text is null or state = $3) and ($4::text is null or role = $4)
         and ($5::text is null or partner_id = $5) and ($6::uuid is null or patient_id = $6)
         and ($7::timestamptz is null or (sent_at, id) < ($7, $8::uuid))
       order by sent_at desc, id desc limit $9`,
      [
        user.role === 'partner',
        user.partnerId,
        query.state ?? null,
        query.role ?? null,
        query.partner ?? null,
        query.patient ?? null,
        beforeSent,
        beforeId,
        query.limit + 1,
      ],
    );
    return {
      items: rows.slice(0, query.limit).map((row) => toAnswer(row, user.role)),
      next: nextCursor(rows, query.limit, (row) => row.sent_at),
    };
  }

  async get(id: string, user: User, from: Transaction = this.dataSource.manager): Promise<ReferralAnswer> {
    const [row] = await from.query<Row[]>(
      `select ${columns} from referral where id = $1 and (not $2::boolean or partner_id = $3)`,
      [id, user.role === 'partner', user.partnerId],
    );
    if (!row) throw new DomainError('not-found', 'There is no such referral.');
    return toAnswer(row, user.role);
  }
}

const toAnswer = (row: Row, reader: Role): ReferralAnswer => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  memberId: row.member_id,
  role: row.role,
  partnerId: row.partner_id,
  handoffId: row.handoff_id,
  state: row.state,
  allowed: allowedEvents(row.state, reader),
  sentAt: row.sent_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  note: row.note,
});
