import { Injectable } from '@nestjs/common';
import type { Actor, TeamMember } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { inWords } from '../timeline/words.js';
import { memberEndedEvent, memberJoinedEvent, type PlanRef } from './care-team.events.js';
import { CareTeamRepository } from './care-team.repository.js';
import { replacedMembers } from './replaced-members.js';
import { toTeamMember, type EndReason, type Member } from './member.js';

export interface Occasion {
  at: Date;
  by: Actor;
}

const endings: Record<EndReason, string> = {
  removed: 'was taken off the care team',
  replaced: 'was replaced on the care team',
  declined: 'declined and left the care team',
  completed: 'answered what was asked and left the care team',
};

/** How members come and go: row, event and timeline always together. The caller holds the plan's lock. */
@Injectable()
export class Membership {
  constructor(
    private readonly team: CareTeamRepository,
    private readonly partners: PartnerQueries,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
  ) {}

  /** Ends whom the member takes over from, then brings it onto the team, or changes what it is there for. */
  async join(tx: Transaction, plan: PlanRef, member: TeamMember, occasion: Occasion): Promise<void> {
    const live = await this.team.live(tx, plan.id);
    const replaced = new Set(replacedMembers(member, live.map(toTeamMember)).map((other) => other.memberId));
    for (const other of live) if (replaced.has(other.id)) await this.end(tx, plan, other, 'replaced', occasion);

    const before = live.find((other) => other.id === member.memberId);
    if (!before) await this.team.add(tx, plan.id, member, occasion.at);
    else
      await this.team.change(tx, before.id, {
        status: member.status,
        engagedFor: member.engagedFor,
        ...newStart(before, member, occasion.at),
      });

    await this.outbox.append(tx, memberJoinedEvent(plan, member, occasion.by, occasion.at));
    const what =
      before?.status === member.status
        ? 'is now engaged for other items'
        : member.status === 'active'
          ? 'joined the care team'
          : 'was proposed for the care team';
    await this.tell(tx, plan, member, 'care-team.member-joined', what, occasion);
  }

  async end(tx: Transaction, plan: PlanRef, member: Member, reason: EndReason, occasion: Occasion): Promise<void> {
    await this.team.end(tx, member.id, reason, occasion.at);
    await this.outbox.append(tx, memberEndedEvent(plan, toTeamMember(member), reason, occasion.by, occasion.at));
    await this.tell(tx, plan, member, 'care-team.member-ended', endings[reason], occasion);
  }

  private async tell(
    tx: Transaction,
    plan: PlanRef,
    member: { partnerId: string; role: string },
    type: string,
    what: string,
    { at, by }: Occasion,
  ): Promise<void> {
    const nameOf = await this.partners.names(tx, [member.partnerId]);
    const text = `${nameOf(member.partnerId)} (${inWords(member.role)}) ${what}.`;
    await this.timeline.record(tx, {
      patientId: plan.patientId,
      at,
      type,
      text,
      by: by.name,
      planVersion: plan.currentVersion,
    });
  }
}

/** A proposed member that becomes active starts only now: its dues count from here. */
const newStart = (before: Member, member: TeamMember, at: Date): { joinedAt?: Date } =>
  before.status === 'proposed' && member.status === 'active' ? { joinedAt: at } : {};
