import type { LoopEvent } from '#clinical';
import type { Actor } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReferralClockwork } from '../escalation/referral-clockwork.js';
import { waitingOnOf } from './referral-facts.js';
import { moved } from './referral.events.js';
import { type ReferralPatch, ReferralRepository, type ReferralRow } from './referral.repository.js';

export interface RecordedStep {
  event: LoopEvent | 'leave' | 'news';
  state: ReferralRow['state'];
  patch: ReferralPatch;
  note: string | null;
  /** What the row goes on saying, where the step's words are not it (an outcome that was read). */
  keeps?: string | null;
  /** Null when a clock or another service moved it. */
  by: Actor | null;
  now: Date;
  /** False: the news came from elsewhere and is told there. */
  isTold?: boolean;
}

/** Writes one step of a referral: row, line of its history, clocks and event, always together. */
@Injectable()
export class ReferralRecord {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly clockwork: ReferralClockwork,
    private readonly outbox: Outbox,
  ) {}

  async begin(tx: Transaction, referral: ReferralRow, by: Actor | null, now: Date): Promise<void> {
    await this.referrals.add(tx, referral);
    await this.addStep(tx, referral, { event: 'create', before: null, note: referral.note, by, now });
    await this.referrals.change(tx, referral.id, await this.clockwork.follow(tx, referral));
  }

  async step(tx: Transaction, referral: ReferralRow, at: RecordedStep): Promise<ReferralRow> {
    const { event, state, patch, note, by, now } = at;
    const hasMoved = state !== referral.state;
    const after: ReferralRow = {
      ...referral,
      ...patch,
      state,
      note: at.keeps === undefined ? note : at.keeps,
      changedAt: now,
      before: hasMoved ? referral.state : referral.before,
      enteredAt: hasMoved || restarts.has(event) ? now : referral.enteredAt,
    };
    const clocks = await this.clockwork.follow(tx, after);
    const { before, enteredAt, changedAt } = after;
    await this.referrals.change(tx, referral.id, {
      ...patch,
      ...clocks,
      state,
      note: after.note,
      before,
      enteredAt,
      changedAt,
    });
    await this.addStep(tx, after, { event, before: referral.state, note, by, now });
    if (at.isTold !== false) await this.outbox.append(tx, moved({ ...after, ...clocks }, at, referral.state));
    return { ...after, ...clocks };
  }

  /** Somebody was asked after it: its clocks are over. */
  async follow(tx: Transaction, referral: ReferralRow, followedById: string): Promise<void> {
    const clocks = await this.clockwork.follow(tx, { ...referral, followedById });
    await this.referrals.change(tx, referral.id, { followedById, ...clocks });
  }

  private async addStep(
    tx: Transaction,
    referral: ReferralRow,
    step: { event: string; before: ReferralRow['state'] | null; note: string | null; by: Actor | null; now: Date },
  ): Promise<void> {
    const { event, before, note, by, now: at } = step;
    await this.referrals.addStep(tx, {
      referralId: referral.id,
      at,
      event,
      before,
      state: referral.state,
      waitingOn: waitingOnOf(referral),
      note,
      by: by?.name ?? null,
    });
  }
}

/** Steps that stay in their state and still set its clocks anew. */
const restarts = new Set<string>(['wait-list', 'rebook', 'report']);
