import { reconcileHandoff } from '#clinical';
import type { PartnerImpact } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import type { MemberCopy } from '../projection/team-copy.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { HandoffSteps } from './handoff-steps.js';
import { type HandoffRow, HandoffRepository } from './handoff.repository.js';
import { type Assessment, PlanAssessment } from './plan-assessment.js';

interface Reissue {
  planId: string;
  now: Date;
}

/**
 * Brings the handoffs of a plan in line with what its members have acknowledged and what the newest version says
 *: issue, extend, supersede, withdraw, and one unassigned handoff per role that nobody holds.
 * Runs after every piece of news that can change the distance: a version, a member that came or went, a referral
 * that was declined. Running it again changes nothing. Writes `handoff.*`, `referral.sent`, `work-item.*`.
 */
@Injectable()
export class ReissueHandoffs {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly assessment: PlanAssessment,
    private readonly handoffs: HandoffRepository,
    private readonly steps: HandoffSteps,
    private readonly desks: DeskWork,
  ) {}

  async execute(tx: Transaction, { planId, now }: Reissue): Promise<void> {
    await this.plans.lock(tx, planId);
    const assessment = await this.assessment.assess(tx, planId);
    if (!assessment) return;

    const isNewVersion = !assessment.current.desksInformed;
    const waiting = await this.handoffs.waitingOfPlan(tx, planId);
    await this.withdrawFromEnded(tx, assessment, waiting, now);
    for (const member of assessment.members) {
      // Without its calendar a due would be wrong; the directory's news brings us back here.
      if (member.status !== 'active' || !assessment.partners.has(member.partnerId)) continue;
      const open = waiting.find((handoff) => handoff.memberId === member.memberId) ?? null;
      const impact = assessment.impact.partners.find((partner) => partner.memberId === member.memberId) ?? null;
      await this.reconcileMember(tx, { assessment, member, open, impact, now });
    }
    await this.informDesks(tx, assessment, now);
    await this.reconcileVacantRoles(tx, assessment, waiting, now);
    if (isNewVersion) await this.steps.tellAssessed(tx, assessment, await this.handoffs.waitingOfPlan(tx, planId), now);
  }

  private async withdrawFromEnded(
    tx: Transaction,
    { members }: Assessment,
    waiting: readonly HandoffRow[],
    now: Date,
  ): Promise<void> {
    const staying = new Set(members.filter(({ status }) => status !== 'ended').map(({ memberId }) => memberId));
    const left = waiting.filter(
      // The closing handoff of a member that left stays until it is answered.
      ({ memberId, asks }) =>
        memberId !== null && !staying.has(memberId) && asks.every(({ ruleId }) => !lastWords.includes(ruleId)),
    );
    for (const handoff of left) await this.steps.withdraw(tx, handoff, 'member-ended', { now });
  }

  private async reconcileMember(
    tx: Transaction,
    at: {
      assessment: Assessment;
      member: MemberCopy;
      open: HandoffRow | null;
      impact: PartnerImpact | null;
      now: Date;
    },
  ): Promise<void> {
    const { assessment, member, open, impact, now } = at;
    const step = reconcileHandoff(open, impact);
    if ((step === 'issue' || step === 'supersede') && impact) {
      await this.steps.issue(tx, { assessment, member, impact, replaced: open, now });
    }
    if (step === 'extend' && open) await this.steps.extend(tx, open, assessment.current.version, now);
    if (step === 'withdraw' && open) {
      const byVersion = assessment.current.version;
      await this.steps.withdraw(tx, open, whyNothingIsAsked(assessment), { now, byVersion });
    }
  }

  /** Each version's step, once; more than one only when an earlier version arrived late. */
  private async informDesks(tx: Transaction, assessment: Assessment, now: Date): Promise<void> {
    const { planId, current } = assessment;
    for (const { version, corrects } of assessment.versions.filter((stored) => !stored.desksInformed)) {
      if (corrects !== undefined) await this.desks.closeOfVersion(tx, { planId, version: corrects, now });
      const isCurrent = version === current.version;
      const impact = isCurrent ? assessment.impact : await this.assessment.impactAt(tx, assessment, version);
      const asks = impact.desks.flatMap(({ desk, asks: ofDesk }) => ofDesk.map((ask) => ({ desk, ask })));
      const { patientId } = assessment.patient;
      await this.desks.openStep(tx, { planId, patientId, planVersion: version, now }, asks);
    }
    await this.plans.markDesksInformed(tx, planId, current.version);
  }

  private async reconcileVacantRoles(
    tx: Transaction,
    assessment: Assessment,
    waiting: readonly HandoffRow[],
    now: Date,
  ): Promise<void> {
    const needed = assessment.impact.partners.filter((impact) => impact.memberId === null);
    const unassigned = waiting.filter((handoff) => handoff.status === 'unassigned');
    for (const open of unassigned.filter(({ role }) => !needed.some((impact) => impact.role === role))) {
      const isFilled = assessment.members.some(({ role, status }) => role === open.role && status === 'active');
      await this.steps.withdraw(tx, open, isFilled ? 'role-filled' : whyNothingIsAsked(assessment), { now });
      const outcome = isFilled ? 'done' : 'no-longer-needed';
      await this.desks.roleNeedsNobody(tx, { planId: open.planId, role: open.role, outcome, now });
    }
    for (const impact of needed) {
      const open = unassigned.find((handoff) => handoff.role === impact.role) ?? null;
      await this.reconcileVacantRole(tx, { assessment, open, impact, now });
    }
  }

  private async reconcileVacantRole(
    tx: Transaction,
    at: { assessment: Assessment; open: HandoffRow | null; impact: PartnerImpact; now: Date },
  ): Promise<void> {
    const { assessment, open, impact, now } = at;
    const step = reconcileHandoff(open, impact);
    if (step === 'extend' && open) await this.steps.extend(tx, open, assessment.current.version, now);
    if (step === 'supersede' && open) await this.steps.changeUnassigned(tx, open, at);
    if (step !== 'issue') return;
    const handoff = await this.steps.openUnassigned(tx, { assessment, impact, now });
    await this.desks.roleNeedsSomebody(tx, { ...handoff, planVersion: handoff.contentVersion, now });
  }
}

/** What a member is told when its part has ended, by whatever way. */
const lastWords = ['AL-11', 'AL-13'];

const whyNothingIsAsked = ({ current }: Assessment): 'plan-ended' | 'taken-back' =>
  current.document.status === 'completed' || current.document.status === 'revoked' ? 'plan-ended' : 'taken-back';
