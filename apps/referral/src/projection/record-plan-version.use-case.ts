import type { EventData, planPublished } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { RulesAgreement } from '../rules/rules-agreement.js';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { TeamCopyRepository } from './team-copy.repository.js';

/**
 * Keeps a copy of a published version and of the care team as it was then. A version that arrives after a newer one
 * completes the history, but says nothing about today's team.
 */
@Injectable()
export class RecordPlanVersion {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly team: TeamCopyRepository,
    private readonly rules: RulesAgreement,
  ) {}

  async execute(tx: Transaction, published: EventData<typeof planPublished>): Promise<void> {
    const { planId, patientId, version, publishedAt } = published;
    await this.plans.lock(tx, planId);
    const newest = await this.plans.newestVersion(tx, planId);
    await this.plans.add(tx, published);
    await this.rules.note(tx, published);
    if (version <= newest) return;
    for (const member of published.team) {
      await this.team.upsert(tx, { planId, patientId, joinedAt: new Date(publishedAt) }, member);
    }
  }
}
