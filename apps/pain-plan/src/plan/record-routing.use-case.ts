import { Injectable } from '@nestjs/common';
import type { EventData, impactAssessed } from '#contracts';
import type { Transaction } from '#platform';
import { PlanRepository } from './plan.repository.js';

/** referral has taken a version through the rules: who was told and who was left alone is kept with the version. No event follows. */
@Injectable()
export class RecordRouting {
  constructor(private readonly plans: PlanRepository) {}

  async execute(tx: Transaction, routing: EventData<typeof impactAssessed>): Promise<void> {
    await this.plans.saveRouting(tx, routing);
  }
}
