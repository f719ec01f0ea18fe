import { randomUUID } from 'node:crypto';
import { checkReferralMove, nextReferralState, type ReferralMover } from '#clinical';
import { type Actor, DomainError, type ReferralMove } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { AssignHandoff } from '../handoff/assign-handoff.use-case.js';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { draftReferral } from './new-referral.js';
import { Reroute } from './reroute.js';
import { factsOf } from './referral-facts.js';
import { transferred } from './referral.events.js';
import { ReferralRepository, type ReferralRow } from './referral.repository.js';

interface Again {
  event: 'transfer' | 'reopen';
  details: ReferralMove;
  mover: ReferralMover;
  by: Actor;
  user: User;
  now: Date;
}

/**
 * Somebody else is asked (`transfer`), or the same partner once more (`reopen`). The packet stays: a new member takes the role and works
 * from version 0, so that its handoff says everything in force. A new referral names the old one. Where the role already waits on the
 * worklist, that very handoff is assigned; otherwise pain-plan hears of the new member by `referral.transferred`.
 */
@Injectable()
export class AskAgain {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly team: TeamCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly assignHandoff: AssignHandoff,
    private readonly reroute: Reroute,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, referral: ReferralRow, again: Again): Promise<{ id: string }> {
    const { event, details, mover, user, now } = again;
    checkReferralMove(event, details);
    const state = nextReferralState(factsOf(referral), event, mover);
    const partnerId = event === 'reopen' ? referral.partnerId : (details.partnerId ?? '');
    if (event === 'transfer' && partnerId === referral.partnerId) {
      throw invalidPartner('The request lies with this partner already; reopen it instead.');
    }
    await this.reroute.refuse(tx, referral, partnerId);
    await this.reroute.leave(tx, referral, { ...again, state, partnerId, reason: details.reason ?? '' });

    const vacancy = await this.vacancyOf(tx, referral);
    if (vacancy) await this.assignHandoff.execute(tx, { id: vacancy.id, partnerId, user, now });
    else await this.handOver(tx, referral, again, partnerId);
    const next = await this.referrals.openAt(tx, { ...referral, partnerId });
    if (!next) throw new Error(`No referral took over from ${referral.id}.`);
    return { id: next.id };
  }

  private async vacancyOf(tx: Transaction, { planId, role }: ReferralRow) {
    const waiting = await this.handoffs.waitingOfPlan(tx, planId);
    return waiting.find((handoff) => handoff.status === 'unassigned' && handoff.role === role) ?? null;
  }

  private async handOver(
    tx: Transaction,
    referral: ReferralRow,
    { event: kind, details, by, now }: Again,
    partnerId: string,
  ): Promise<void> {
    const { planId, patientId, role, urgency } = referral;
    const memberId = randomUUID();
    const reason = details.reason ?? '';
    const leaving = (await this.team.ofPlan(tx, planId)).find((member) => member.memberId === referral.memberId);
    const engagedFor = leaving?.engagedFor ?? [];
    await this.team.end(tx, referral.memberId);
    await this.team.upsert(
      tx,
      { planId, patientId, joinedAt: now },
      { memberId, role, partnerId, status: 'active', engagedFor },
    );
    const identity = { planId, patientId, memberId, role, partnerId };
    const draft = draftReferral(identity, { followsId: referral.id, note: reason, urgency, now });
    await this.outbox.append(tx, transferred(referral, { kind, memberId, partnerId, reason, by }, now));
    await this.reroute.begin(tx, referral, draft, { by, now });
  }
}

const invalidPartner = (message: string): DomainError =>
  new DomainError('invalid-input', 'This partner cannot be chosen.', [{ path: 'partnerId', message }]);
