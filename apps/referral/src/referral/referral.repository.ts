import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { Referral } from './referral.entity.js';
import type { ReferralState } from './referral.states.js';

export type ReferralRow = Referral;

@Injectable()
export class ReferralRepository {
  async add(tx: Transaction, referral: Referral): Promise<void> {
    await tx.getRepository(Referral).insert(referral);
  }

  async ofMember(tx: Transaction, memberId: string): Promise<Referral | null> {
    return tx.findOneBy(Referral, { memberId });
  }

  async find(tx: Transaction, id: string): Promise<Referral | null> {
    return tx.findOneBy(Referral, { id });
  }

  /** A referral to another organization looks like one that never existed. */
  async findFor(tx: Transaction, id: string, user: User): Promise<Referral> {
    const referral = await this.find(tx, id);
    const isVisible = referral !== null && (user.role !== 'partner' || referral.partnerId === user.partnerId);
    if (!isVisible) throw new DomainError('not-found', 'There is no such referral.');
    return referral;
  }

  async move(
    tx: Transaction,
    id: string,
    to: { state: ReferralState; changedAt: Date; note: string | null },
  ): Promise<void> {
    await tx.getRepository(Referral).update({ id }, to);
  }
}
