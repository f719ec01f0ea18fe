import type { Actor } from '#contracts';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReissueHandoffs } from '../handoff/reissue-handoffs.use-case.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { ReferralDesk } from './referral-desk.js';
import { ReferralOpening } from './referral-opening.js';
import { ReferralRecord } from './referral-record.js';
import type { ReferralRow } from './referral.repository.js';

/** The pieces of asking somebody again: who may be asked, how the old request ends, how the new one begins. */
@Injectable()
export class Reroute {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly opening: ReferralOpening,
    private readonly record: ReferralRecord,
    private readonly desk: ReferralDesk,
    private readonly reissueHandoffs: ReissueHandoffs,
  ) {}

  /** 409 naming the open one when this partner is asked for the same already. */
  async refuse(
    tx: Transaction,
    { planId, role }: Pick<ReferralRow, 'planId' | 'role'>,
    partnerId: string,
  ): Promise<void> {
    await this.opening.refuseSecond(tx, { planId, role, partnerId });
    const partner = await this.directory.partner(tx, partnerId);
    const fault = !partner?.active
      ? 'No such partner.'
      : partner.roles.includes(role)
        ? null
        : `Does not take the role ${role}.`;
    if (fault === null) return;
    throw new DomainError('invalid-input', 'This partner cannot be chosen.', [{ path: 'partnerId', message: fault }]);
  }

  /** The old request says where it went; whoever reads it, the origin included, knows. */
  async leave(
    tx: Transaction,
    referral: ReferralRow,
    at: {
      event: 'transfer' | 'reopen';
      state: ReferralRow['state'];
      partnerId: string;
      reason: string;
      by: Actor;
      now: Date;
    },
  ): Promise<void> {
    const { event, state, partnerId, reason, by, now } = at;
    const name = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const note = event === 'transfer' ? `Handed over to ${name}: ${reason}` : `Asked once more: ${reason}`;
    await this.record.step(tx, referral, {
      ...{ event, state, patch: {}, note, by, now },
      ...(state === referral.state ? { keeps: referral.note } : {}),
    });
    await this.desk.movedOn(tx, referral, now);
  }

  async begin(tx: Transaction, before: ReferralRow, draft: ReferralRow, at: { by: Actor; now: Date }): Promise<void> {
    await this.record.begin(tx, draft, at.by, at.now);
    await this.record.follow(tx, before, draft.id);
    await this.reissueHandoffs.execute(tx, { planId: draft.planId, now: at.now });
  }

  /** A request that follows nobody's. */
  async beginAnew(tx: Transaction, draft: ReferralRow, { by, now }: { by: Actor; now: Date }): Promise<void> {
    await this.record.begin(tx, draft, by, now);
    await this.reissueHandoffs.execute(tx, { planId: draft.planId, now });
  }
}
