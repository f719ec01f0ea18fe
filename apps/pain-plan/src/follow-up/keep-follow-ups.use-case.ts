import { Injectable } from '@nestjs/common';
import { type FollowUpInput, followUpsToKeep } from '#clinical';
import { Clock, type Transaction } from '#platform';
import { Timers } from '#timers';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { MeasurementRow } from '../target/measurement.entity.js';

export const followUpTimer = 'plan.follow-up';

interface FollowedPlan {
  planId: string;
  patientId: string;
}

/** Waits for the moments that the plan in force sets, and for no others. The caller holds the plan's lock. */
@Injectable()
export class KeepFollowUps {
  constructor(
    private readonly plans: PlanRepository,
    private readonly partners: PartnerQueries,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { planId, patientId }: FollowedPlan): Promise<void> {
    const now = this.clock.now();
    const wanted = followUpsToKeep(await this.course(tx, planId, now));
    const timers = wanted.map(({ key, kind, at }) => ({
      key: `${planId}:${key}`,
      kind: followUpTimer,
      subject: patientId,
      planId,
      dueAt: at,
      data: { key, kind },
    }));
    await this.timers.keep(tx, planId, [followUpTimer], timers, now);
  }

  /** What follow-ups are computed from, as it stands in the database. */
  async course(tx: Transaction, planId: string, now: Date): Promise<FollowUpInput> {
    const calendar = (await this.partners.calendars(tx, [])).clinic;
    return {
      history: await this.plans.history(tx, planId),
      lastMeasured: await lastMeasured(tx, planId),
      calendar,
      now,
    };
  }
}

async function lastMeasured(tx: Transaction, planId: string): Promise<Map<string, Date>> {
  const rows = await tx
    .createQueryBuilder(MeasurementRow, 'measurement')
    .select('measurement.targetId', 'targetId')
    .addSelect('max(measurement.measuredAt)', 'at')
    .where({ planId })
    .groupBy('measurement.targetId')
    .getRawMany<{ targetId: string; at: Date }>();
  return new Map(rows.map(({ targetId, at }) => [targetId, at]));
}
