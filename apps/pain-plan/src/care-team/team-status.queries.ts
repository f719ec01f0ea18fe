import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assessImpact } from '#clinical';
import { DomainError, type PartnerImpact, type TeamStatus, type TeamStatusEntry } from '#contracts';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRow } from '../plan/plan.entity.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { HandoffCopyRow } from './handoff-copy.entity.js';
import { memberState } from './member-state.js';
import { TeamMemberRow } from './team-member.entity.js';
import { ruleset } from '../ruleset.js';

/** Who is on the plan first, then who was. */
const order: Record<TeamMemberRow['status'], number> = { active: 0, proposed: 1, ended: 2 };

@Injectable()
export class TeamStatusQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly partners: PartnerQueries,
  ) {}

  /** The ledger is read in one snapshot: a member is never shown against a version that the answer does not name. */
  get(planId: string): Promise<TeamStatus> {
    return this.database.transaction('REPEATABLE READ', (reader) => this.read(reader, planId));
  }

  private async read(reader: EntityManager, planId: string): Promise<TeamStatus> {
    const plan = await reader.findOneBy(PlanRow, { id: planId });
    if (!plan) throw new DomainError('not-found', 'There is no such plan.');
    const members = await reader.find(TeamMemberRow, { where: { planId }, order: { joinedAt: 'asc', id: 'asc' } });
    const handoffs = await this.waiting(reader, planId);
    const nameOf = await this.partners.names(
      reader,
      members.map((member) => member.partnerId),
    );
    const history = await this.plans.history(reader, planId);
    const impacts = await this.impacts(reader, history, members);
    const openOf = (member: TeamMemberRow): HandoffCopyRow | undefined =>
      handoffs.find((handoff) => handoff.state === 'open' && handoff.memberId === member.id);
    const entry = (member: TeamMemberRow): TeamStatusEntry => ({
      memberId: member.id,
      role: member.role,
      partnerId: member.partnerId,
      partnerName: nameOf(member.partnerId),
      status: member.status,
      acknowledgedVersion: member.acknowledgedVersion,
      ...memberState(member, impacts.get(member.id), history, Boolean(openOf(member)?.contest)),
      contest: openOf(member)?.contest ?? null,
      openHandoffId: openOf(member)?.id ?? null,
      referralState: member.referralState,
      concern: member.concern,
      lastHeardAt: member.lastHeardAt?.toISOString() ?? null,
    });
    return {
      planId,
      patientId: plan.patientId,
      currentVersion: plan.currentVersion,
      members: members.sort((one, other) => order[one.status] - order[other.status]).map(entry),
      unassigned: handoffs
        .filter((handoff) => handoff.state === 'unassigned')
        .map(({ id, role, urgency, dueAt }) => ({ role, handoffId: id, urgency, dueAt: dueAt.toISOString() })),
    };
  }

  private waiting(reader: EntityManager, planId: string): Promise<HandoffCopyRow[]> {
    return reader.find(HandoffCopyRow, {
      where: [
        { planId, state: 'open' },
        { planId, state: 'unassigned' },
      ],
      order: { dueAt: 'asc', id: 'asc' },
    });
  }

  private async impacts(
    reader: EntityManager,
    history: Awaited<ReturnType<PlanRepository['history']>>,
    members: readonly TeamMemberRow[],
  ): Promise<Map<string, PartnerImpact>> {
    const active = members.filter((member) => member.status === 'active');
    const calendars = await this.partners.calendars(
      reader,
      active.map((member) => member.partnerId),
    );
    const { partners } = assessImpact({
      history,
      members: active.map((member) => ({ ...member, memberId: member.id, calendar: calendars.of(member.partnerId) })),
      clinicCalendar: calendars.clinic,
      ruleset,
    });
    return new Map(
      partners.flatMap((impact) => (impact.memberId === null ? [] : [[impact.memberId, impact] as const])),
    );
  }
}
