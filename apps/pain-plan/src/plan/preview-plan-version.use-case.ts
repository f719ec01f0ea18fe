import { Injectable } from '@nestjs/common';
import type { PlanDocument, VersionImpact } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { AssessVersion } from './assess-version.js';
import { PlanRepository } from './plan.repository.js';
import { requireCurrentBase } from './require-current-base.js';

/** A physician asks what publishing would send, and to whom. Changes nothing; refuses what publishing would refuse. */
@Injectable()
export class PreviewPlanVersion {
  constructor(
    private readonly plans: PlanRepository,
    private readonly assess: AssessVersion,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: { planId: string; base: number; document: PlanDocument },
  ): Promise<VersionImpact> {
    const { planId, document } = command;
    const plan = await this.plans.lockForReading(tx, planId);
    await requireCurrentBase(tx, this.plans, plan, command);
    return this.assess.execute(tx, {
      planId,
      version: plan.currentVersion + 1,
      document,
      publishedAt: this.clock.now(),
    });
  }
}
