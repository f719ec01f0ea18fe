import {
  assessImpact,
  diffPlans,
  type MemberPosition,
  type PublishedPlan,
  sliceFor,
  type PatientIdentity,
} from '#clinical';
import { emptyPlan, type PartnerImpact, type PlanChange, type PlanImpact, type SliceName } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository, type PartnerRecord } from '../projection/directory.repository.js';
import { PlanCopyRepository, type StoredVersion } from '../projection/plan-copy.repository.js';
import { type MemberCopy, TeamCopyRepository } from '../projection/team-copy.repository.js';
import { ruleset } from '../ruleset.js';

/** What is known about a plan at this moment, and what the rules make of it. */
export interface Assessment {
  planId: string;
  patient: PatientIdentity;
  versions: StoredVersion[];
  current: StoredVersion;
  members: MemberCopy[];
  /** Whose part is done: their role is not looked for again because of it. */
  completed: readonly { role: MemberCopy['role']; acknowledgedVersion: number }[];
  partners: Map<string, PartnerRecord>;
  impact: PlanImpact;
}

/**
 * Loads a plan's history and team and asks the clinical rules once. Pure given the database: the same state gives
 * the same answer, whoever asks.
 */
@Injectable()
export class PlanAssessment {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly directory: DirectoryRepository,
  ) {}

  /**
   * Null while the news that it needs is still on its way (a version of the history, or who the patient is, which
   * travels on another topic). Whoever records that news asks again.
   */
  async assess(tx: Transaction, planId: string): Promise<Assessment | null> {
    const history = await this.plans.history(tx, planId);
    const current = history?.versions.at(-1);
    if (!history || !current) return null;
    const patient = await this.directory.patient(tx, history.patientId);
    if (!patient) return null;

    const members = await this.team.ofPlan(tx, planId);
    const active = members.filter((member) => member.status === 'active');
    const partners = await this.directory.partners(tx, [...new Set(active.map((member) => member.partnerId))]);
    const completed = await this.team.completed(tx, planId);
    const impact = await this.impactOf(tx, history.versions, { active, completed }, partners);
    return { planId, patient, versions: history.versions, current, members, completed, partners, impact };
  }

  /** The impact of an earlier step, for desks that have not heard of it yet. */
  async impactAt(tx: Transaction, assessment: Assessment, version: number): Promise<PlanImpact> {
    const active = assessment.members.filter((member) => member.status === 'active');
    const { completed, partners } = assessment;
    return this.impactOf(tx, assessment.versions.slice(0, version), { active, completed }, partners);
  }

  private async impactOf(
    tx: Transaction,
    versions: readonly PublishedPlan[],
    { active, completed }: { active: readonly MemberCopy[]; completed: Assessment['completed'] },
    partners: ReadonlyMap<string, PartnerRecord>,
  ): Promise<PlanImpact> {
    const positions = active.map<MemberPosition>((member) => ({
      memberId: member.memberId,
      role: member.role,
      partnerId: member.partnerId,
      engagedFor: member.engagedFor,
      acknowledgedVersion: Math.min(member.acknowledgedVersion, versions.length),
      joinedAt: member.joinedAt,
      calendar: partners.get(member.partnerId)?.calendar ?? this.directory.defaultCalendar(),
    }));
    return assessImpact({
      history: versions,
      members: positions,
      completed: completed.map(({ role, acknowledgedVersion }) => ({
        role,
        acknowledgedVersion: Math.min(acknowledgedVersion, versions.length),
      })),
      clinicCalendar: await this.directory.clinicCalendar(tx),
      ruleset,
    });
  }
}

/** What a handoff holds for one impact: what is asked, what may be seen, what changed behind it. */
export const contentFor = (assessment: Assessment, impact: PartnerImpact, now: Date) => ({
  fromVersion: impact.fromVersion,
  contentVersion: assessment.current.version,
  throughVersion: assessment.current.version,
  urgency: impact.urgency,
  dueAt: new Date(impact.dueAt),
  asks: impact.asks,
  slice: sliceFor({
    role: impact.role,
    slices: [...new Set(impact.asks.flatMap<SliceName>((ask) => ask.slice))],
    document: assessment.current.document,
    version: assessment.current.version,
    patient: assessment.patient,
    on: now,
  }),
  changes: changesBehind(assessment, impact),
  rulesetVersion: assessment.impact.rulesetVersion,
});

/** Net changes of the items that the asks are about; head fields when an ask is about the plan as a whole. */
const changesBehind = (assessment: Assessment, impact: PartnerImpact): PlanChange[] => {
  const before = assessment.versions.find((stored) => stored.version === impact.fromVersion)?.document ?? emptyPlan;
  const asked = new Set(impact.asks.map((ask) => ask.itemId));
  return diffPlans(before, assessment.current.document).filter((change) => asked.has(change.itemId));
};
