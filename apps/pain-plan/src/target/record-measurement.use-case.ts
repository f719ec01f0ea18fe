import { Injectable } from '@nestjs/common';
import { rangeFault } from '#clinical';
import { DomainError, type RecordMeasurement as Measurement, type TargetTrend } from '#contracts';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { Measurements } from './measurements.js';
import { TargetQueries } from './target.queries.js';

/**
 * The clinic, or a partner whose role works towards the target, enters a measured value. `target.measured` follows, and
 * `target.plateaued` or `target.worsening` when the value shows it.
 * What a partner enters is the partner's, whatever it says about the source.
 */
@Injectable()
export class RecordMeasurement {
  constructor(
    private readonly plans: PlanRepository,
    private readonly targets: TargetQueries,
    private readonly measurements: Measurements,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: Measurement & { planId: string; targetId: string; user: User },
  ): Promise<TargetTrend> {
    const { planId, targetId, user, value } = command;
    const target = await this.targets.visible(tx, planId, targetId, user);
    const measuredAt = new Date(command.measuredAt);
    if (measuredAt > this.clock.now()) {
      throw new DomainError('invalid-input', 'A measurement lies in the past.', [
        { path: 'measuredAt', message: 'must not be in the future' },
      ]);
    }
    const fault = rangeFault(target.measure, value);
    if (fault !== null) {
      throw new DomainError('invalid-input', 'This value cannot be a value of this measure.', [
        { path: 'value', message: fault },
      ]);
    }
    const plan = await this.plans.lock(tx, planId);
    const source = user.role === 'partner' ? 'partner' : command.source;
    await this.measurements.record(tx, plan, target, { value, measuredAt, source, measuredBy: toActor(user) });
    return this.targets.read(tx, planId, target);
  }
}
