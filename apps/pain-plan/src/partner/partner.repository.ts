import { Injectable } from '@nestjs/common';
import type { PartnerSnapshot } from '#contracts';
import type { Transaction } from '#platform';

@Injectable()
export class PartnerRepository {
  /** A late event never overwrites a newer snapshot: the revision decides, not the order of arrival. */
  async keep(tx: Transaction, partner: PartnerSnapshot): Promise<void> {
    await tx.query(
      `insert into partner_copy (partner_id, kind, name, roles, calendar, active, revision)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (partner_id) do update set
         kind = excluded.kind, name = excluded.name, roles = excluded.roles,
         calendar = excluded.calendar, active = excluded.active, revision = excluded.revision
       where partner_copy.revision < excluded.revision`,
      [
        partner.partnerId,
        partner.kind,
        partner.name,
        JSON.stringify(partner.roles),
        JSON.stringify(partner.calendar),
        partner.active,
        partner.revision,
      ],
    );
  }
}
