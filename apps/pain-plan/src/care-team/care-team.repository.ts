import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { DomainError, type TeamMember } from '#contracts';
import type { Transaction } from '#platform';
import type { EndReason, Member } from './member.js';
import { TeamMemberRow } from './team-member.entity.js';

@Injectable()
export class CareTeamRepository {
  /** Members that are on the team now, proposed ones included. */
  live(tx: Transaction, planId: string): Promise<Member[]> {
    return tx.find(TeamMemberRow, {
      where: { planId, status: Not('ended' as const) },
      order: { joinedAt: 'asc', id: 'asc' },
    });
  }

  find(tx: Transaction, memberId: string): Promise<Member | null> {
    return tx.findOneBy(TeamMemberRow, { id: memberId });
  }

  /** For events that name a member: it was announced by this service, so it is known, or the event is wrong. */
  async get(tx: Transaction, memberId: string): Promise<Member> {
    const member = await this.find(tx, memberId);
    if (!member) throw new DomainError('not-found', `No care team knows the member ${memberId}.`);
    return member;
  }

  /** A new member works from version 0. */
  async add(tx: Transaction, planId: string, member: TeamMember, joinedAt: Date): Promise<void> {
    const { memberId, ...facts } = member;
    await tx.insert(TeamMemberRow, { id: memberId, planId, ...facts, acknowledgedVersion: 0, joinedAt });
  }

  async change(
    tx: Transaction,
    memberId: string,
    change: Partial<Omit<Member, 'id' | 'planId' | 'acknowledgedVersion'>>,
  ): Promise<void> {
    await tx.update(TeamMemberRow, { id: memberId }, change);
  }

  async end(tx: Transaction, memberId: string, reason: EndReason, at: Date): Promise<void> {
    await this.change(tx, memberId, { status: 'ended', endedReason: reason, endedAt: at });
  }

  /** Only forward: a late acknowledgement of an older version takes nothing back. */
  async acknowledge(tx: Transaction, memberId: string, version: number): Promise<void> {
    await tx.query('update team_member set acknowledged_version = greatest(acknowledged_version, $2) where id = $1', [
      memberId,
      version,
    ]);
  }

  async heardFrom(tx: Transaction, memberId: string, at: Date): Promise<void> {
    await tx.query('update team_member set last_heard_at = greatest(last_heard_at, $2::timestamptz) where id = $1', [
      memberId,
      at,
    ]);
  }
}
