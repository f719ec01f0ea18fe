import { askOfEvent, sliceFor } from '#clinical';
import type { careTeamMemberEnded, EventData } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { type MemberCopy, TeamCopyRepository } from '../projection/team-copy.repository.js';
import { HandoffSteps } from './handoff-steps.js';
import { HandoffRepository } from './handoff.repository.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { ruleset } from '../ruleset.js';

/** Who leaves by its own answer knows; who was taken off, or handed over to another, is told. */
const told: readonly EventData<typeof careTeamMemberEnded>['reason'][] = ['removed', 'replaced', 'transferred'];

/**
 * A member that worked on the plan and leaves it gets one last handoff: its part has ended, a closing summary is asked for (AL-11). It
 * carries nothing of the plan, and nothing follows it.
 */
@Injectable()
export class CloseMembership {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly handoffs: HandoffRepository,
    private readonly steps: HandoffSteps,
    private readonly referrals: ReferralRepository,
  ) {}

  async execute(tx: Transaction, ended: EventData<typeof careTeamMemberEnded>, now: Date): Promise<void> {
    if (!told.includes(ended.reason) || !(await this.handoffs.wasToldAnything(tx, ended.memberId))) return;
    const members = await this.team.ofPlan(tx, ended.planId);
    const member = members.find(({ memberId }) => memberId === ended.memberId);
    if (!member || (await this.isSettled(tx, member, members))) return;
    const history = await this.plans.history(tx, ended.planId);
    const current = history?.versions.at(-1);
    const patient = await this.directory.patient(tx, ended.patientId);
    const partner = await this.directory.partner(tx, ended.partnerId);
    if (!current || !patient || !partner) return;
    const { calendar } = partner;
    const date = now.toLocaleDateString('en-GB', {
      timeZone: calendar.timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const ask = askOfEvent(ruleset, 'AL-11', {
      at: now,
      planVersion: current.version,
      calendar,
      facts: { date },
      about: [ended.memberId],
    });
    if (!ask) return;
    const { document, version } = current;
    const slice = sliceFor({ role: member.role, slices: ask.slice, document, version, patient, on: now });
    await this.steps.issueClosing(tx, { member, ask, slice, version, now });
  }

  /** Asked in error, it has been told so; asked once more, its part goes on under another member. */
  private async isSettled(tx: Transaction, member: MemberCopy, members: readonly MemberCopy[]): Promise<boolean> {
    const isSame = (other: MemberCopy): boolean => other.partnerId === member.partnerId && other.role === member.role;
    if (members.some((other) => other.status === 'active' && isSame(other))) return true;
    return (await this.referrals.ofMember(tx, member.memberId))?.state === 'entered-in-error';
  }
}
