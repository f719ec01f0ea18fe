import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { defaultCalendar } from '#clinical';
import type { BusinessCalendar, PartnerSnapshot } from '#contracts';
import type { Transaction } from '#platform';
import { BehavioralHealthConfig } from '../behavioral-health.config.js';

/** As much of the directory as is needed to know whether an organization may be sent anything, and when the clinic is open. */
@Injectable()
export class PartnerCopies {
  constructor(private readonly config: BehavioralHealthConfig) {}

  /** An older revision never overwrites a newer one. */
  async save(tx: Transaction, { partnerId, kind, calendar, active, revision }: PartnerSnapshot): Promise<void> {
    await tx.query(
      `insert into partner_copy as known (partner_id, kind, calendar, active, revision) values ($1, $2, $3, $4, $5)
       on conflict (partner_id) do update set kind = excluded.kind, calendar = excluded.calendar,
         active = excluded.active, revision = excluded.revision
       where known.revision < excluded.revision`,
      [partnerId, kind, JSON.stringify(calendar), active, revision],
    );
  }

  /** Null: the directory never told of it. */
  async find(from: EntityManager, partnerId: string): Promise<{ kind: 'clinic' | 'partner'; active: boolean } | null> {
    const [row] = await from.query<{ kind: 'clinic' | 'partner'; active: boolean }[]>(
      `select kind, active from partner_copy where partner_id = $1`,
      [partnerId],
    );
    return row ?? null;
  }

  async clinicCalendar(from: EntityManager): Promise<BusinessCalendar> {
    const [row] = await from.query<{ calendar: BusinessCalendar }[]>(
      `select calendar from partner_copy where kind = 'clinic' order by partner_id limit 1`,
    );
    return row?.calendar ?? defaultCalendar(this.config.clinicTimeZone);
  }
}
