import type { Within } from '#clinical';
import type { PartnerServiceLevel, PutServiceLevel } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';

interface Row {
  partner_id: string;
  clock: string;
  version: number;
  within: PartnerServiceLevel['within'];
  reason: string;
  set_at: Date;
  by_name: string;
}

const newest = `select distinct on (clock) partner_id, clock, version, within, reason, set_at, by_name
  from partner_service_level where partner_id = $1 order by clock, version desc`;

/** What was agreed with single partners, instead of the general service levels. Nothing is overwritten: a new word is a new version. */
@Injectable()
export class ServiceLevelRepository {
  async ofPartner(tx: Transaction, partnerId: string): Promise<PartnerServiceLevel[]> {
    const rows = await tx.query<Row[]>(newest, [partnerId]);
    return rows.map((row) => ({
      partnerId: row.partner_id,
      clock: row.clock,
      within: row.within,
      reason: row.reason,
      version: row.version,
      setAt: row.set_at.toISOString(),
      by: row.by_name,
    }));
  }

  async agreed(tx: Transaction, partnerId: string): Promise<Record<string, Within>> {
    return Object.fromEntries((await this.ofPartner(tx, partnerId)).map(({ clock, within }) => [clock, within]));
  }

  async put(
    tx: Transaction,
    level: PutServiceLevel & { partnerId: string; clock: string; at: Date; by: string },
  ): Promise<void> {
    const { partnerId, clock, within, reason, at, by } = level;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('service level ' || $1::text, 0))`, [partnerId]);
    await tx.query(
      `insert into partner_service_level (partner_id, clock, version, within, reason, set_at, by_name)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6
         from partner_service_level where partner_id = $1 and clock = $2`,
      [partnerId, clock, JSON.stringify(within), reason, at, by],
    );
  }
}
