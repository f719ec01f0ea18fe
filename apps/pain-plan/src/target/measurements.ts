import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { measureName } from '#clinical';
import type { Target } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { KeepFollowUps } from '../follow-up/keep-follow-ups.use-case.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { sentence } from '../timeline/words.js';
import { AnnounceStanding } from './announce-standing.js';
import { MeasurementRepository } from './measurement.repository.js';
import type { MeasuredPlan, Measurement } from './measurement.js';
import { targetMeasuredEvent } from './target.events.js';

export type Measured = Pick<Measurement, 'value' | 'measuredAt' | 'source' | 'measuredBy'>;

/**
 * The step that the clinic's own entry and a therapist's report share: row, `target.measured` and timeline together, and what follows when
 * the target stopped improving. The caller holds the plan's lock.
 */
@Injectable()
export class Measurements {
  constructor(
    private readonly measurements: MeasurementRepository,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly announceStanding: AnnounceStanding,
    private readonly followUps: KeepFollowUps,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, plan: MeasuredPlan, target: Target, measured: Measured): Promise<void> {
    const row: Measurement = {
      id: randomUUID(),
      planId: plan.id,
      targetId: target.id,
      measure: target.measure,
      recordedAt: this.clock.now(),
      ...measured,
    };
    await this.measurements.add(tx, row);
    await this.outbox.append(tx, targetMeasuredEvent(plan.patientId, row));
    await this.timeline.record(tx, {
      patientId: plan.patientId,
      at: row.recordedAt,
      type: 'target.measured',
      text: `${sentence(measureName(target))}: ${row.value}${target.unit ? ` ${target.unit}` : ''} (from ${target.baseline}, target ${target.target}).`,
      by: row.measuredBy.name,
    });
    await this.announceStanding.execute(tx, plan, target);
    // The next review counts from this value.
    await this.followUps.execute(tx, { planId: plan.id, patientId: plan.patientId });
  }
}
