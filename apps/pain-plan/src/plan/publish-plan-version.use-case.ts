import { Injectable } from '@nestjs/common';
import type { Actor, PublishVersion, PublishedVersion } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { PlanRepository } from './plan.repository.js';
import { PutVersionInForce } from './put-version-in-force.js';
import { requireCurrentBase } from './require-current-base.js';

/**
 * A physician publishes the next version of a plan: immutable, based on the current one, valid by the clinical rules.
 * `plan.published` follows in the same transaction. The physician's draft has done its work and goes.
 */
@Injectable()
export class PublishPlanVersion {
  constructor(
    private readonly plans: PlanRepository,
    private readonly putInForce: PutVersionInForce,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: PublishVersion & { planId: string; base: number; author: Actor },
  ): Promise<PublishedVersion> {
    const { planId, document, reason, author } = command;
    const plan = await this.plans.lock(tx, planId);
    await requireCurrentBase(tx, this.plans, plan, command);
    const published = await this.putInForce.execute(
      tx,
      {
        planId,
        patientId: plan.patientId,
        version: plan.currentVersion + 1,
        document,
        reason,
        author,
        // Read under the lock: publish times ascend with the versions.
        publishedAt: this.clock.now(),
      },
      command.digest,
    );
    await this.plans.dropDraft(tx, planId, author.sub);
    return published;
  }
}
