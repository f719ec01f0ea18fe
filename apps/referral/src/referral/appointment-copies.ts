import type { PartnerRole } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';

export type CopiedState = 'booked' | 'confirmed' | 'arrived' | 'fulfilled' | 'no-show' | 'cancelled';

export interface CopiedAppointment {
  id: string;
  role: PartnerRole | null;
  startsAt: Date;
  state: CopiedState;
}

interface Place {
  planId: string;
  partnerId: string;
}

const columns = `appointment_id as id, role, starts_at as "startsAt", state`;

/** Copies of the times that scheduling has for a plan at partners. */
@Injectable()
export class AppointmentCopies {
  /** An end (cancelled, missed, done) names no time: the one that is known stays. */
  async save(
    tx: Transaction,
    { id, planId, partnerId, role, startsAt, state }: Omit<CopiedAppointment, 'startsAt'> & Place & { startsAt?: Date },
  ): Promise<void> {
    if (startsAt === undefined) {
      await tx.query(`update appointment_copy set state = $2 where appointment_id = $1`, [id, state]);
      return;
    }
    await tx.query(
      `insert into appointment_copy (appointment_id, plan_id, partner_id, role, starts_at, state) values ($1, $2, $3, $4, $5, $6)
       on conflict (appointment_id) do update set starts_at = excluded.starts_at, state = excluded.state`,
      [id, planId, partnerId, role, startsAt, state],
    );
  }

  /** In the order in which they take place. */
  ofPartner(tx: Transaction, { planId, partnerId }: Place): Promise<CopiedAppointment[]> {
    return tx.query<CopiedAppointment[]>(
      `select ${columns} from appointment_copy where plan_id = $1 and partner_id = $2 order by starts_at, appointment_id`,
      [planId, partnerId],
    );
  }
}
