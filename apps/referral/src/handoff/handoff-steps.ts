import { randomUUID } from 'node:crypto';
import type { Ask, OutgoingEvent, PartnerImpact, PlanSlice } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MemberCopy } from '../projection/team-copy.repository.js';
import { ReferralOpening } from '../referral/referral-opening.js';
import * as events from './handoff.events.js';
import { type HandoffRow, HandoffRepository, type NewHandoff } from './handoff.repository.js';
import { marksOf } from './list-columns.js';
import { type Assessment, contentFor } from './plan-assessment.js';
import { ruleset } from '../ruleset.js';

export type WithdrawReason = Parameters<typeof events.withdrawn>[1];

const withdrawalSentence: Record<WithdrawReason, string> = {
  'taken-back': 'Withdrawn: the change behind it was taken back.',
  'member-ended': 'Withdrawn: the partner left the care team.',
  'plan-ended': 'Withdrawn: the plan ended.',
  'role-filled': 'Withdrawn: the role was filled in another way.',
};

/** The single steps a handoff can take when a plan moves on: each writes the row, a line of its history and its event. */
@Injectable()
export class HandoffSteps {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly referrals: ReferralOpening,
    private readonly outbox: Outbox,
  ) {}

  /** A new handoff for a member, in the place of its open one when there is one. The member's first one sends a referral. */
  async issue(
    tx: Transaction,
    at: { assessment: Assessment; member: MemberCopy; impact: PartnerImpact; replaced: HandoffRow | null; now: Date },
  ): Promise<void> {
    const { assessment, member, impact, replaced, now } = at;
    const { memberId, partnerId } = member;
    const handoff: NewHandoff = {
      ...newHandoff(assessment, impact, now),
      memberId,
      partnerId,
      status: 'open',
      supersedes: replaced?.id ?? null,
      owner: replaced?.owner ?? null,
      ...(replaced ? marksOf(replaced) : {}),
    };
    const told: OutgoingEvent[] = [];
    if (replaced) {
      // The old row leaves its place first: at most one handoff is open per member.
      const left = { status: 'superseded', supersededBy: handoff.id, endedAt: now } as const;
      const answer = answeredBy(replaced, handoff.contentVersion, now);
      await this.handoffs.change(tx, replaced.id, { ...left, ...answer });
      await this.line(tx, replaced, now, `Superseded by plan version ${handoff.contentVersion}.`);
      told.push(events.superseded(replaced, handoff.id, now));
      if (answer) told.push(events.contestAnswered(replaced, { byVersion: handoff.contentVersion }, now));
    }
    await this.handoffs.add(tx, handoff);
    await this.line(tx, handoff, now, `Issued for plan version ${handoff.contentVersion}.`);
    await this.outbox.append(tx, ...told, events.issued(handoff, now));
    const { urgency, dueAt } = handoff;
    await this.referrals.sendOnce(tx, { ...member, handoffId: handoff.id, urgency, dueAt }, now);
  }

  /** The last handoff of a member that left: who it is about, one ask, and nothing of the plan. */
  async issueClosing(
    tx: Transaction,
    at: { member: MemberCopy; ask: Ask; slice: PlanSlice; version: number; now: Date },
  ): Promise<void> {
    const { member, ask, slice, version, now } = at;
    const { planId, patientId, role, memberId, partnerId } = member;
    const handoff: NewHandoff = {
      ...{ id: randomUUID(), planId, patientId, role, memberId, partnerId, status: 'open', issuedAt: now },
      ...{ fromVersion: member.acknowledgedVersion, contentVersion: version, throughVersion: version },
      ...{ urgency: ask.urgency, dueAt: new Date(ask.dueAt), asks: [ask], slice, changes: [] },
      ...{ rulesetVersion: ruleset.version, supersedes: null, owner: null },
    };
    await this.handoffs.add(tx, handoff);
    await this.line(tx, handoff, now, 'Issued: your part in this plan ended.');
    await this.outbox.append(tx, events.issued(handoff, now));
  }

  /** A later version changed nothing in it: only the version it counts through moves. */
  async extend(tx: Transaction, open: HandoffRow, throughVersion: number, now: Date): Promise<void> {
    if (open.throughVersion >= throughVersion) return;
    await this.handoffs.change(tx, open.id, { throughVersion });
    if (open.memberId === null) return;
    await this.line(tx, open, now, `Version ${throughVersion} changes nothing here: acknowledging counts through it.`);
    await this.outbox.append(tx, events.extended(open, throughVersion, now));
  }

  /** `byVersion`: the version that asks nothing any more; it answers a contest too. */
  async withdraw(
    tx: Transaction,
    open: HandoffRow,
    reason: WithdrawReason,
    { now, byVersion }: { now: Date; byVersion?: number },
  ): Promise<void> {
    const answer = byVersion === undefined ? null : answeredBy(open, byVersion, now);
    await this.handoffs.change(tx, open.id, { status: 'withdrawn', endedAt: now, ...answer });
    await this.line(tx, open, now, withdrawalSentence[reason]);
    const told = answer && byVersion !== undefined ? [events.contestAnswered(open, { byVersion }, now)] : [];
    await this.outbox.append(tx, events.withdrawn(open, reason, now), ...told);
  }

  /** The record of who was told of a version and who was left alone, and why. Last, so that it says the version is worked through. */
  async tellAssessed(
    tx: Transaction,
    assessment: Assessment,
    waiting: readonly HandoffRow[],
    now: Date,
  ): Promise<void> {
    const told = waiting.filter(({ contentVersion }) => contentVersion === assessment.current.version);
    await this.outbox.append(tx, events.assessed(assessment, told, now));
  }

  /** A role that somebody must take and nobody holds. */
  async openUnassigned(
    tx: Transaction,
    at: { assessment: Assessment; impact: PartnerImpact; now: Date },
  ): Promise<NewHandoff> {
    const handoff: NewHandoff = {
      ...newHandoff(at.assessment, at.impact, at.now),
      memberId: null,
      partnerId: null,
      status: 'unassigned',
      supersedes: null,
      owner: null,
    };
    await this.handoffs.add(tx, handoff);
    await this.line(tx, handoff, at.now, 'Needed, and nobody on the care team holds this role.');
    await this.outbox.append(tx, events.unassigned(handoff, at.now));
    return handoff;
  }

  /** Nobody outside holds it yet, so it takes up the change in place and the coordinator's list keeps one row. */
  async changeUnassigned(
    tx: Transaction,
    open: HandoffRow,
    at: { assessment: Assessment; impact: PartnerImpact; now: Date },
  ): Promise<void> {
    const { id: _id, issuedAt: _issuedAt, ...content } = newHandoff(at.assessment, at.impact, at.now);
    await this.handoffs.change(tx, open.id, content);
    await this.line(tx, open, at.now, `Version ${content.contentVersion} changed what is asked.`);
    await this.outbox.append(tx, events.unassigned({ ...open, ...content }, at.now));
  }

  /** A partner reads what happened while it held the handoff; what came before was the clinic's own business. */
  private async line(tx: Transaction, handoff: NewHandoff, at: Date, text: string): Promise<void> {
    const forPartner = handoff.memberId !== null;
    await this.handoffs.addEntries(tx, { handoffId: handoff.id, at, kind: 'history', text, by: null, forPartner });
  }
}

/** A version that changes what is asked answers the partner's objection; null where there is none. */
const answeredBy = ({ contest, contestedAt }: HandoffRow, byVersion: number, now: Date) =>
  contest === null || contestedAt === null
    ? null
    : { contest: { ...contest, answer: { byVersion, reply: null, at: now.toISOString(), by: null } } };

const newHandoff = (assessment: Assessment, impact: PartnerImpact, now: Date) => ({
  id: randomUUID(),
  planId: assessment.planId,
  patientId: assessment.patient.patientId,
  role: impact.role,
  issuedAt: now,
  ...contentFor(assessment, impact, now),
});
