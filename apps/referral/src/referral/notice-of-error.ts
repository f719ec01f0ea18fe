import { askOfEvent, sliceFor } from '#clinical';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { HandoffSteps } from '../handoff/handoff-steps.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ruleset } from '../ruleset.js';
import type { ReferralRow } from './referral.repository.js';

/** Who was asked by mistake and has seen it is told to disregard it (AL-13). Nothing of the plan comes with it. */
@Injectable()
export class NoticeOfError {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly steps: HandoffSteps,
  ) {}

  async send(tx: Transaction, referral: ReferralRow, now: Date): Promise<void> {
    const { planId, patientId, memberId, partnerId, delivered, received, accepted } = referral;
    if (!delivered && !received && !accepted) return;
    const member = (await this.team.ofPlan(tx, planId)).find((one) => one.memberId === memberId);
    const current = (await this.plans.history(tx, planId))?.versions.at(-1);
    const patient = await this.directory.patient(tx, patientId);
    const partner = await this.directory.partner(tx, partnerId);
    if (!member || !current || !patient || !partner) return;
    const { calendar } = partner;
    const date = referral.sentAt.toLocaleDateString('en-GB', {
      timeZone: calendar.timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const { document, version } = current;
    const about = [referral.id];
    const ask = askOfEvent(ruleset, 'AL-13', { at: now, planVersion: version, calendar, facts: { date }, about });
    if (!ask) return;
    const slice = sliceFor({ role: member.role, slices: ask.slice, document, version, patient, on: now });
    await this.steps.issueClosing(tx, { member, ask, slice, version, now });
  }
}
