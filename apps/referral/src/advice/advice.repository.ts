import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { AdviceRow } from './advice.entity.js';

/** Questions and their answers. */
@Injectable()
export class AdviceRepository {
  async add(tx: Transaction, row: AdviceRow): Promise<void> {
    await tx.getRepository(AdviceRow).insert(row as object);
  }

  async change(tx: Transaction, id: string, patch: Partial<AdviceRow>): Promise<void> {
    await tx.getRepository(AdviceRow).update({ id }, patch as object);
  }

  /**
   * A partner reads its own organization's; who came by a link none. What is asked of and by behavioral health may hold its content, so the
   * coordinator does not read it.
   */
  visibleTo(from: Transaction, user: User): SelectQueryBuilder<AdviceRow> {
    const rows = from.createQueryBuilder(AdviceRow, 'advice');
    if (user.guest) return rows.where('false');
    if (user.role === 'partner') return rows.where('advice.partnerId = :own', { own: user.partnerId });
    if (user.role === 'physician') return rows.where('true');
    return rows.where(`advice.role is distinct from 'behavioral-health'`);
  }

  /** What this reader may not see looks like what never existed. */
  async findFor(tx: Transaction, id: string, user: User): Promise<AdviceRow> {
    const row = await this.visibleTo(tx, user).andWhere('advice.id = :id', { id }).getOne();
    if (!row) throw new DomainError('not-found', 'There is no such question.');
    return row;
  }

  /** Whether the newest version holds this item; a partner knows only what its own newest handoff shows. Null: no such plan for it. */
  async about(
    tx: Transaction,
    { planId, itemId, user }: { planId: string; itemId: string | null; user: User },
  ): Promise<{ patientId: string; version: number; hasItem: boolean } | null> {
    const isPartner = user.role === 'partner';
    const [row] = await tx.query<{ patientId: string; version: number; hasItem: boolean }[]>(
      `select patient_id as "patientId", version,
              $2::text is null or jsonb_path_exists(content, '$.** ? (@.id == $item || @.itemId == $item)', jsonb_build_object('item', $2::text)) as "hasItem"
         from ${isPartner ? ofPartner : ofClinic} known`,
      isPartner ? [planId, itemId, user.partnerId] : [planId, itemId],
    );
    return row ?? null;
  }
}

const ofClinic = `(select patient_id, version, document as content from plan_version_copy where plan_id = $1 order by version desc limit 1)`;

const ofPartner = `(select h.patient_id, h.through_version as version, jsonb_build_array(h.slice, h.asks) as content from handoff h
   join team_member_copy m on m.member_id = h.member_id and m.status = 'active'
  where h.plan_id = $1 and h.partner_id = $3 order by h.issued_at desc limit 1)`;
