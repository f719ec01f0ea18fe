import { Injectable } from '@nestjs/common';
import { directivesAt, versionInForce, visitUnder, type VisitStanding } from '#clinical';
import type { RecordTherapyVisit } from '#contracts';
import type { Transaction } from '#platform';
import { TherapyConfig } from '../therapy.config.js';
import { CareTeamRepository } from './care-team.repository.js';
import type { StoredEpisode } from './episode.repository.js';
import { PlanCopyRepository } from './plan-copy.repository.js';

export interface VisitMoment {
  /** The version in force when it took place; null before the plan's first. */
  planVersion: number | null;
  acknowledgedVersion: number;
  standing: VisitStanding;
}

/** What a visit stood under at its own moment, however late it is recorded. */
@Injectable()
export class VisitMoments {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: CareTeamRepository,
    private readonly config: TherapyConfig,
  ) {}

  async of(
    tx: Transaction,
    episode: StoredEpisode & { memberId: string },
    { visitedAt, region }: RecordTherapyVisit,
  ): Promise<VisitMoment> {
    const at = new Date(visitedAt);
    const versions = (await this.plans.versionsOf(tx, [episode.planId])).get(episode.planId) ?? [];
    const acknowledgedVersion = await this.team.acknowledgedBy(tx, episode.memberId, at);
    const { discipline, rehabItemId } = episode;
    const timeZone = this.config.clinicTimeZone;
    const directives = directivesAt({ versions, at, discipline, rehabItemId, timeZone, acknowledgedVersion });
    return {
      planVersion: versionInForce(versions, at)?.version ?? null,
      acknowledgedVersion,
      standing: visitUnder(directives, region),
    };
  }
}
