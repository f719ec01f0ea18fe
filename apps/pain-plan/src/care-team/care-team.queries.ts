import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { PartnerRole, TeamMember } from '#contracts';
import { toTeamMember } from './member.js';
import { TeamMemberRow } from './team-member.entity.js';

export interface ActiveMember {
  memberId: string;
  role: PartnerRole;
  partnerId: string;
  engagedFor: readonly string[];
  acknowledgedVersion: number;
  joinedAt: Date;
}

@Injectable()
export class CareTeamQueries {
  /** Who is on the team now, proposed members included, ended ones not. */
  async members(reader: EntityManager, planId: string): Promise<TeamMember[]> {
    const rows = await reader.find(TeamMemberRow, {
      where: { planId, status: Not('ended' as const) },
      order: { joinedAt: 'asc', id: 'asc' },
    });
    return rows.map(toTeamMember);
  }

  /** Who is to be told, and from which version each of them works. */
  async active(reader: EntityManager, planId: string): Promise<ActiveMember[]> {
    const rows = await reader.find(TeamMemberRow, {
      where: { planId, status: 'active' },
      order: { joinedAt: 'asc', id: 'asc' },
    });
    return rows.map(({ id, role, partnerId, engagedFor, acknowledgedVersion, joinedAt }) => ({
      memberId: id,
      role,
      partnerId,
      engagedFor,
      acknowledgedVersion,
      joinedAt,
    }));
  }

  /** Who was on the team at a moment, as far as it is known now. */
  async at(reader: EntityManager, planId: string, moment: Date): Promise<Omit<ActiveMember, 'acknowledgedVersion'>[]> {
    const rows = await reader.find(TeamMemberRow, {
      where: { planId, status: Not('proposed' as const), joinedAt: LessThanOrEqual(moment) },
      order: { joinedAt: 'asc', id: 'asc' },
    });
    return rows
      .filter(({ endedAt }) => endedAt === null || endedAt > moment)
      .map(({ id, role, partnerId, engagedFor, joinedAt }) => ({
        memberId: id,
        role,
        partnerId,
        engagedFor,
        joinedAt,
      }));
  }

  /** Whose part is done, and what each of them had acknowledged: their role is not looked for again because of it. */
  async completed(
    reader: EntityManager,
    planId: string,
  ): Promise<{ role: PartnerRole; acknowledgedVersion: number }[]> {
    const rows = await reader.find(TeamMemberRow, { where: { planId, status: 'ended', referralState: 'completed' } });
    return rows.map(({ role, acknowledgedVersion }) => ({ role, acknowledgedVersion }));
  }
}
