import { DomainError, type FieldError, type ReferralMove } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { type MoveDetails, moved } from './referral.events.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';
import { nextState, type ReferralEvent } from './referral.states.js';

interface Move {
  referralId: string;
  event: ReferralEvent;
  details: ReferralMove;
  user: User;
  now: Date;
}

/**
 * A partner answers or reports, or the coordinator does it for the partner or takes the request back. Moves the referral
 * and tells it (`referral.accepted`, `.declined`, `.completed`, `.cancelled`). Who declined or was cancelled is off the
 * team at once (its handoff is closed, or withdrawn by the reissue); the caller reissues the plan's handoffs in the same transaction, so that the
 * role shows as unassigned without waiting for pain-plan's answer. Returns the plan.
 */
@Injectable()
export class MoveReferral {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly desks: DeskWork,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { referralId, event, details, user, now }: Move): Promise<{ planId: string }> {
    const { planId } = await this.referrals.findFor(tx, referralId, user);
    await this.plans.lock(tx, planId);
    const referral = await this.referrals.findFor(tx, referralId, user);
    const state = nextState(referral.state, event, user.role);
    const complete = checkDetails(event, details);

    await this.referrals.move(tx, referral.id, {
      state,
      changedAt: now,
      note: details.outcome ?? details.reason ?? null,
    });
    await this.outbox.append(tx, moved(referral, event, complete, toActor(user), now));
    if (event === 'decline') await this.declined(tx, referral, { ...complete, user, now });
    if (event === 'cancel') await this.team.end(tx, referral.memberId);
    return { planId };
  }

  /** Closed rather than withdrawn: who declined gets no further notice, not even that nothing is asked any more. */
  private async declined(
    tx: Transaction,
    referral: ReferralRow,
    at: MoveDetails & { user: User; now: Date },
  ): Promise<void> {
    await this.team.end(tx, referral.memberId);
    const open = await this.handoffs.openOfMember(tx, referral.memberId);
    if (open) {
      const text = `Closed: the referral was declined (${at.family}): ${at.reason}`;
      await this.handoffs.change(tx, open.id, { status: 'closed', endedAt: at.now });
      await this.handoffs.addEntries(tx, {
        handoffId: open.id,
        at: at.now,
        kind: 'history',
        text,
        by: at.user.name,
        forPartner: true,
      });
    }
    await this.reroute(tx, referral, at.reason, at.now);
  }

  private async reroute(tx: Transaction, referral: ReferralRow, reason: string, now: Date): Promise<void> {
    await this.desks.referralDeclined(tx, {
      planId: referral.planId,
      patientId: referral.patientId,
      role: referral.role,
      partnerId: referral.partnerId,
      reason,
      planVersion: await this.plans.newestVersion(tx, referral.planId),
      now,
    });
  }
}

const needed: Record<ReferralEvent, readonly (keyof ReferralMove)[]> = {
  accept: [],
  decline: ['family', 'reason'],
  complete: ['outcome'],
  cancel: ['reason'],
};

/** Each event needs its own words, and nothing that does not belong to it is silently dropped. */
const checkDetails = (event: ReferralEvent, details: ReferralMove): MoveDetails => {
  const errors: FieldError[] = [
    ...needed[event]
      .filter((field) => details[field] === undefined)
      .map((field) => ({ path: field, message: `Required to ${event}.` })),
    ...(Object.keys(details) as (keyof ReferralMove)[])
      .filter((field) => details[field] !== undefined && !needed[event].includes(field))
      .map((field) => ({ path: field, message: `Has no meaning for ${event}.` })),
  ];
  if (errors.length > 0) throw new DomainError('invalid-input', `The details do not fit "${event}".`, errors);
  return { family: details.family ?? 'capacity', reason: details.reason ?? '', outcome: details.outcome ?? '' };
};
