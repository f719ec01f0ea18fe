import { checkReferralMove, nextReferralState, type ReferralMover } from '#clinical';
import type { Actor, ReferralEvent, ReferralMove } from '#contracts';
import { asService, type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReferralClockwork } from '../escalation/referral-clockwork.js';
import { ReissueHandoffs } from '../handoff/reissue-handoffs.use-case.js';
import { NoticeOfError } from './notice-of-error.js';
import { ReferralConsequences } from './referral-consequences.js';
import { effects, isHalfAnswered, keepsNote, missingInWords, noteOf } from './referral-effects.js';
import { factsOf } from './referral-facts.js';
import { ReferralRecord } from './referral-record.js';
import type { ReferralRow } from './referral.repository.js';

export interface Move {
  event: ReferralEvent;
  details: ReferralMove;
  mover: ReferralMover;
  /** Null when a clock did it. */
  by: Actor | null;
  now: Date;
}

/**
 * One step of a referral and all that follows from it in this service, in the given transaction. The caller holds the plan's lock.
 * Refuses what the table of states does not allow. Writes `referral.*`, and `handoff.*` and `work-item.*` of what follows.
 */
@Injectable()
export class ReferralMoves {
  constructor(
    private readonly record: ReferralRecord,
    private readonly clockwork: ReferralClockwork,
    private readonly consequences: ReferralConsequences,
    private readonly reissueHandoffs: ReissueHandoffs,
    private readonly notices: NoticeOfError,
  ) {}

  async apply(tx: Transaction, referral: ReferralRow, move: Move): Promise<ReferralRow> {
    const { event, details, mover, by, now } = move;
    checkReferralMove(event, details);
    const next = nextReferralState(factsOf(referral), event, mover);
    const { partner: calendar } = await this.clockwork.calendarsOf(tx, referral.partnerId);
    const patch = effects[event](details, referral, { now, by: by?.name ?? null, mover, calendar });
    const state = isHalfAnswered(event, patch) ? referral.state : next;
    const note = noteOf(details);
    const keeps = keepsNote(event) ? { keeps: referral.note } : {};

    const after = await this.record.step(tx, referral, { event, state, patch, note, by, now, ...keeps });
    const words = details.reason ?? missingInWords(details) ?? '';
    // What the partner itself may do is decided: what follows, for desks and for others, is the clinic's doing.
    await asService(tx, async () => {
      await this.consequences.of(tx, { event, before: referral, after, words, byName: by?.name ?? null, now });
      await this.reissueHandoffs.execute(tx, { planId: referral.planId, now });
      if (state === 'entered-in-error') await this.notices.send(tx, after, now);
    });
    return after;
  }
}
