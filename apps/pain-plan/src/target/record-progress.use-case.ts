import { Injectable } from '@nestjs/common';
import { measureName, rangeFault } from '#clinical';
import type { EventData, Target, therapyProgressReported } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { CareTeamRepository } from '../care-team/care-team.repository.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { ended, plural } from '../timeline/words.js';
import type { MeasuredPlan } from './measurement.js';
import { targetsOf } from './target-access.js';
import { Measurements } from './measurements.js';

type Progress = EventData<typeof therapyProgressReported>;

/**
 * A therapist reported: each measured value moves its target, `target.measured` follows for each. A value for a target
 * that the current version no longer holds in that measure, or that its measure cannot have, stays in therapy's record; the timeline says so.
 */
@Injectable()
export class RecordProgress {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly measurements: Measurements,
    private readonly partners: PartnerQueries,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, progress: Progress): Promise<void> {
    const plan = await this.plans.lock(tx, progress.planId);
    const document = await this.plans.document(tx, plan.id, plan.currentVersion);
    const own = document ? targetsOf(progress.discipline, document) : [];
    const fitting = progress.measurements.flatMap((measurement) => {
      const target = own.find(({ id, measure }) => id === measurement.targetId && measure === measurement.measure);
      return target && isPossible(measurement, this.clock.now()) ? [{ target, measurement }] : [];
    });
    const at = new Date(progress.reportedAt);
    const nameOf = await this.partners.names(tx, [progress.partnerId]);
    await this.timeline.record(tx, {
      patientId: plan.patientId,
      at,
      type: 'therapy.progress-reported',
      text: `${nameOf(progress.partnerId)} reported progress${report(progress, progress.measurements.length - fitting.length)}`,
      by: progress.by.name,
    });
    for (const { target, measurement } of fitting) await this.record(tx, plan, target, measurement, progress);
    const members = (await this.team.live(tx, plan.id)).filter(
      ({ role, partnerId }) => role === progress.discipline && partnerId === progress.partnerId,
    );
    for (const member of members) await this.team.heardFrom(tx, member.id, at);
  }

  private record(
    tx: Transaction,
    plan: MeasuredPlan,
    target: Target,
    { value, measuredAt }: Progress['measurements'][number],
    { by }: Progress,
  ): Promise<void> {
    return this.measurements.record(tx, plan, target, {
      value,
      measuredAt: new Date(measuredAt),
      source: 'partner',
      measuredBy: by,
    });
  }
}

const isPossible = ({ measure, value, measuredAt }: Progress['measurements'][number], now: Date): boolean =>
  rangeFault(measure, value) === null && new Date(measuredAt) <= now;

function report({ measurements, flare, concern }: Progress, unplaced: number): string {
  const parts = [
    ...(measurements.length > 0
      ? [`: ${measurements.map(({ measure, value }) => `${measureName({ measure })}: ${value}`).join('; ')}`]
      : []),
    ...(unplaced > 0 ? [`; ${plural(unplaced, 'value')} for no target of the current version`] : []),
    ...(flare ? [`; ${flare.pattern} flare for ${flare.hours} h after ${flare.trigger}`] : []),
    ...(concern === null ? [] : [`; concern: ${concern}`]),
  ];
  return ended(parts.join(''));
}
