import type { Advice, AdviceQuery, Page } from '#contracts';
import type { Role, Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import type { AdviceRow } from './advice.entity.js';
import { AdviceRepository } from './advice.repository.js';
import { allowedMoves } from './advice.states.js';

/** Questions for screens, the newest first. */
@Injectable()
export class AdviceQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly advice: AdviceRepository,
  ) {}

  async list({ plan, state, partner, cursor, limit }: AdviceQuery, user: User): Promise<Page<Advice>> {
    const rows = this.advice.visibleTo(this.dataSource.manager, user);
    if (plan) rows.andWhere('advice.planId = :plan', { plan });
    if (state) rows.andWhere('advice.state = :state', { state });
    if (partner) rows.andWhere('advice.partnerId = :partner', { partner });
    const after = readPosition(cursor);
    if (after) {
      const [at, id] = after;
      rows.andWhere('(advice.askedAt, advice.id) < (:at::timestamptz, :id::uuid)', { at, id });
    }
    const found = await rows
      .orderBy('advice.askedAt', 'DESC')
      .addOrderBy('advice.id', 'DESC')
      .take(limit + 1)
      .getMany();
    return {
      items: found.slice(0, limit).map((row) => toAnswer(row, user.role)),
      next: nextCursor(found, limit, (row) => row.askedAt),
    };
  }

  async get(id: string, user: User, from: Transaction = this.dataSource.manager): Promise<Advice> {
    return toAnswer(await this.advice.findFor(from, id, user), user.role);
  }
}

const toAnswer = (row: AdviceRow, reader: Role): Advice => {
  const { id, planId, patientId, itemId, to, partnerId, role, state, question, answer, answered } = row;
  return {
    ...{ id, planId, patientId, itemId, to, partnerId, role, state, question, answer, answered },
    asked: { at: row.askedAt.toISOString(), by: row.askedBy },
    // To whom it became a referral is no business of who only asked.
    referralId: reader === 'partner' && to === 'physician' ? null : row.referralId,
    allowed: allowedMoves(row, reader),
  };
};
