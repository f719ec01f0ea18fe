import { endedReferralStates } from '#clinical';
import { DomainError, type PartnerRole } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';

export type ReferralRow = Referral;
export type ReferralPatch = Partial<Omit<Referral, 'id' | 'planId' | 'patientId' | 'memberId' | 'role' | 'partnerId'>>;
export type StepRow = Omit<ReferralStep, 'number'>;

const isOpen = Not(In([...endedReferralStates]));

@Injectable()
export class ReferralRepository {
  async add(tx: Transaction, referral: Referral): Promise<void> {
    await tx.getRepository(Referral).insert(referral as object);
  }

  async change(tx: Transaction, id: string, patch: ReferralPatch): Promise<void> {
    await tx.getRepository(Referral).update({ id }, patch as object);
  }

  async addStep(tx: Transaction, step: StepRow): Promise<void> {
    await tx.getRepository(ReferralStep).insert(step);
  }

  /** Its newest one: an ended referral may have been followed by another. */
  async ofMember(tx: Transaction, memberId: string): Promise<Referral | null> {
    return tx.findOne(Referral, { where: { memberId }, order: { sentAt: 'DESC', id: 'DESC' } });
  }

  /** The one request that a partner may have open for a plan and role. */
  async openAt(
    tx: Transaction,
    at: { planId: string; role: PartnerRole; partnerId: string },
  ): Promise<Referral | null> {
    const { planId, role, partnerId } = at;
    return tx.findOneBy(Referral, { planId, role, partnerId, state: isOpen });
  }

  async openOfPartner(tx: Transaction, at: { planId: string; partnerId: string }): Promise<Referral[]> {
    const { planId, partnerId } = at;
    return tx.find(Referral, { where: { planId, partnerId, state: isOpen }, order: { sentAt: 'ASC', id: 'ASC' } });
  }

  async openOfPlan(tx: Transaction, planId: string): Promise<Referral[]> {
    return tx.find(Referral, { where: { planId, state: isOpen }, order: { sentAt: 'ASC', id: 'ASC' } });
  }

  /** Ended ones of a role that nobody was asked after. */
  async unfollowed(tx: Transaction, at: { planId: string; role: PartnerRole }): Promise<Referral[]> {
    const { planId, role } = at;
    const rows = await tx.findBy(Referral, { planId, role, state: In([...endedReferralStates]) });
    return rows.filter(({ followedById }) => followedById === null);
  }

  async ofHandoff(tx: Transaction, handoffId: string): Promise<Referral | null> {
    const [row] = await tx.query<{ member_id: string | null }[]>(`select member_id from handoff where id = $1`, [
      handoffId,
    ]);
    return row?.member_id ? this.ofMember(tx, row.member_id) : null;
  }

  async find(tx: Transaction, id: string): Promise<Referral | null> {
    return tx.findOneBy(Referral, { id });
  }

  /** A referral to another organization looks like one that never existed. */
  async findFor(tx: Transaction, id: string, user: User): Promise<Referral> {
    const referral = await this.find(tx, id);
    const isVisible = referral !== null && (user.role !== 'partner' || referral.partnerId === user.partnerId);
    const isOfGuest = !user.guest || (await this.ofHandoff(tx, user.guest.handoffId))?.id === id;
    if (!isVisible || !isOfGuest) throw new DomainError('not-found', 'There is no such referral.');
    return referral;
  }
}
