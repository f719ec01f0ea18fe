import { Injectable } from '@nestjs/common';
import { DomainError, type PartnerSnapshot } from '#contracts';
import type { Transaction } from '#platform';
import { PartnerRow } from './partner.entity.js';

export interface DatedSnapshot {
  snapshot: PartnerSnapshot;
  changedAt: Date;
}

@Injectable()
export class PartnerRepository {
  /** False when the id is taken. */
  async add(tx: Transaction, partner: PartnerSnapshot, changedAt: Date): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(
      `insert into partner (partner_id, kind, name, roles, calendar, active, revision, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (partner_id) do nothing returning partner_id`,
      [
        partner.partnerId,
        partner.kind,
        partner.name,
        JSON.stringify(partner.roles),
        JSON.stringify(partner.calendar),
        partner.active,
        partner.revision,
        changedAt,
      ],
    );
    return inserted.length === 1;
  }

  /** Locked until the end of the transaction, so that two changes at once get two revisions. */
  async lock(tx: Transaction, partnerId: string): Promise<PartnerSnapshot> {
    const row = await tx.findOne(PartnerRow, { where: { partnerId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new DomainError('not-found', 'There is no such partner.');
    return toSnapshot(row);
  }

  async save(tx: Transaction, { partnerId, ...facts }: PartnerSnapshot, changedAt: Date): Promise<void> {
    await tx.update(PartnerRow, { partnerId }, { ...facts, changedAt });
  }

  async all(tx: Transaction): Promise<DatedSnapshot[]> {
    const rows = await tx.find(PartnerRow, { order: { partnerId: 'asc' } });
    return rows.map((row) => ({ snapshot: toSnapshot(row), changedAt: row.changedAt }));
  }
}

const toSnapshot = ({ changedAt: _, ...snapshot }: PartnerRow): PartnerSnapshot => ({ ...snapshot });
