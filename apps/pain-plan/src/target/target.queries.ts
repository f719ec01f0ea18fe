import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { betterOf, measureName, unitOf, worthOf } from '#clinical';
import { DomainError, type Target, type TargetTrend } from '#contracts';
import type { User } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PlanRow } from '../plan/plan.entity.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { StandingQueries } from './standing.queries.js';
import { targetsOf } from './target-access.js';

@Injectable()
export class TargetQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly team: CareTeamQueries,
    private readonly standings: StandingQueries,
  ) {}

  async trend(planId: string, targetId: string, user: User): Promise<TargetTrend> {
    const reader = this.database.manager;
    return this.read(reader, planId, await this.visible(reader, planId, targetId, user));
  }

  async read(reader: EntityManager, planId: string, target: Target): Promise<TargetTrend> {
    const { rows, watch, progress } = await this.standings.standing(reader, planId, target);
    return {
      planId,
      targetId: target.id,
      measure: target.measure,
      measureName: measureName(target),
      unit: unitOf(target),
      better: betterOf(target),
      worth: worthOf(target),
      baseline: target.baseline,
      target: target.target,
      progress,
      watchStartedAt: watch.startedAt.toISOString(),
      floorUntil: watch.floorUntil,
      overdueSince: watch.overdueSince,
      measurements: rows.map((row) => ({
        value: row.value,
        measuredAt: row.measuredAt.toISOString(),
        source: row.source,
      })),
    };
  }

  /**
   * The target as the current version states it, when this reader may know of it. For a partner that is not on the team,
   * or whose role does not work towards it, there is no such target.
   */
  async visible(reader: EntityManager, planId: string, targetId: string, user: User): Promise<Target> {
    const plan = await reader.findOneBy(PlanRow, { id: planId });
    const document = plan && (await this.plans.document(reader, planId, plan.currentVersion));
    let targets = document?.targets ?? [];
    if (document && user.role === 'partner') {
      const own = (await this.team.active(reader, planId)).filter((member) => member.partnerId === user.partnerId);
      targets = own.flatMap((member) => targetsOf(member.role, document));
    }
    const target = targets.find((candidate) => candidate.id === targetId);
    if (!target) throw new DomainError('not-found', 'There is no such target.');
    return target;
  }
}
