import { Injectable } from '@nestjs/common';
import { DomainError, type Partner, type PartnerSnapshot } from '#contracts';
import type { Transaction } from '#platform';
import { partnerOf, snapshotOf } from './partner-snapshot.js';
import { PartnerRow } from './partner.entity.js';

export interface DatedSnapshot {
  snapshot: PartnerSnapshot;
  changedAt: Date;
}

@Injectable()
export class PartnerRepository {
  /** False when the id is taken. */
  async add(tx: Transaction, partner: Partner, changedAt: Date): Promise<boolean> {
    const { identifiers } = await tx
      .createQueryBuilder()
      .insert()
      .into(PartnerRow)
      .values({ ...rowOf(partner), changedAt } as object)
      .orIgnore()
      .returning('partner_id')
      .execute()
      .then(({ raw }) => ({ identifiers: raw as unknown[] }));
    return identifiers.length === 1;
  }

  async find(tx: Transaction, partnerId: string): Promise<Partner | null> {
    const row = await tx.findOneBy(PartnerRow, { partnerId });
    return row && toPartner(row);
  }

  /** Locked until the end of the transaction, so that two changes at once get two revisions. */
  async lock(tx: Transaction, partnerId: string): Promise<Partner> {
    const row = await tx.findOne(PartnerRow, { where: { partnerId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new DomainError('not-found', 'There is no such partner.');
    return toPartner(row);
  }

  async save(tx: Transaction, partner: Partner, changedAt: Date): Promise<void> {
    const { partnerId, ...facts } = rowOf(partner);
    await tx.update(PartnerRow, { partnerId }, { ...facts, changedAt } as object);
  }

  async all(tx: Transaction): Promise<DatedSnapshot[]> {
    const rows = await tx.find(PartnerRow, { order: { partnerId: 'asc' } });
    return rows.map((row) => ({ snapshot: snapshotOf(toPartner(row)), changedAt: row.changedAt }));
  }

  async entries(tx: Transaction): Promise<Partner[]> {
    return (await tx.find(PartnerRow, { order: { partnerId: 'asc' } })).map(toPartner);
  }

  /** Every entry with its lock, in the order in which everybody takes them. */
  async lockAll(tx: Transaction): Promise<Map<string, Partner>> {
    const rows = await tx.find(PartnerRow, { order: { partnerId: 'asc' }, lock: { mode: 'pessimistic_write' } });
    return new Map(rows.map((row) => [row.partnerId, toPartner(row)]));
  }
}

const toPartner = ({ changedAt: _, ...row }: PartnerRow): Partner => partnerOf(row);

const rowOf = ({ capacity, absences, phone, ...rest }: Partner) => ({
  ...rest,
  capacity: capacity ?? null,
  absences: absences ?? null,
  phone: phone ?? null,
});
