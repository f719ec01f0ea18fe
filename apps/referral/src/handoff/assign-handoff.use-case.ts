import { randomUUID } from 'node:crypto';
import { DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ReferralOpening } from '../referral/referral-opening.js';
import { assigned, issued } from './handoff.events.js';
import { HandoffRepository, type HandoffRow } from './handoff.repository.js';
import { contentFor, PlanAssessment } from './plan-assessment.js';

interface Assign {
  id: string;
  partnerId: string;
  user: User;
  now: Date;
}

/**
 * A coordinator chooses who takes an unassigned role. The partner joins the team here and now, its dues count from this
 * moment, the handoff is issued to it and a referral sent (`handoff.assigned`, `handoff.issued`, `referral.sent`).
 * pain-plan, whose care team it is, answers with `care-team.member-joined` for the same member: no news here any more.
 */
@Injectable()
export class AssignHandoff {
  constructor(
    private readonly team: TeamCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly handoffs: HandoffRepository,
    private readonly assessment: PlanAssessment,
    private readonly referrals: ReferralOpening,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { id, partnerId, user, now }: Assign): Promise<void> {
    const handoff = await this.handoffs.lockFor(tx, id, user);
    if (handoff.status !== 'unassigned') {
      throw new DomainError('illegal-transition', `A handoff that is ${handoff.status} cannot be assigned.`, [], {
        state: handoff.status,
        allowed: [],
      });
    }
    await this.refuseUnfit(tx, handoff, partnerId);
    await this.referrals.refuseSecond(tx, { ...handoff, partnerId });

    const { planId, patientId, role } = handoff;
    const memberId = randomUUID();
    await this.team.upsert(
      tx,
      { planId, patientId, joinedAt: now },
      { memberId, role, partnerId, status: 'active', engagedFor: [] },
    );
    const held = await this.contentForMember(
      tx,
      { ...handoff, memberId, partnerId, status: 'open', issuedAt: now },
      now,
    );
    await this.handoffs.change(tx, id, held);
    await this.handoffs.addEntries(
      tx,
      { handoffId: id, at: now, kind: 'history', text: `Assigned to ${partnerId}.`, by: user.name, forPartner: false },
      {
        handoffId: id,
        at: now,
        kind: 'history',
        text: `Issued for plan version ${held.contentVersion}.`,
        by: null,
        forPartner: true,
      },
    );
    await this.outbox.append(tx, assigned(held, toActor(user), now), issued(held, now));
    const { urgency, dueAt } = held;
    const request = { planId, patientId, memberId, role, partnerId, handoffId: id, urgency, dueAt };
    await this.referrals.sendOnce(tx, request, now);
  }

  private async refuseUnfit(tx: Transaction, handoff: HandoffRow, partnerId: string): Promise<void> {
    const partner = await this.directory.partner(tx, partnerId);
    const fault =
      partner === null || !partner.active
        ? 'No such partner.'
        : partner.roles.includes(handoff.role)
          ? null
          : `Does not take the role ${handoff.role}.`;
    if (fault)
      throw new DomainError('invalid-input', 'This partner cannot be chosen.', [{ path: 'partnerId', message: fault }]);
  }

  /**
   * As somebody on the team it is told more than the vacancy said (rules that only inform), and its dues start now.
   * When the rules ask nothing of it any more, what the coordinator saw on the list is what is sent.
   */
  private async contentForMember(tx: Transaction, held: HandoffRow, now: Date): Promise<HandoffRow> {
    const assessment = await this.assessment.assess(tx, held.planId);
    const impact = assessment?.impact.partners.find((partner) => partner.memberId === held.memberId);
    return assessment && impact ? { ...held, ...contentFor(assessment, impact, now) } : held;
  }
}
