import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type PlanDraft, type SaveDraft as Draft } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { PlanRepository } from './plan.repository.js';

/** A physician keeps unfinished work. It is theirs alone: no clinical rule is asked, no event follows, nobody is told. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly plans: PlanRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Draft & { planId: string; author: Actor }): Promise<PlanDraft> {
    const { planId, document, basedOn, author } = command;
    const plan = await this.plans.lockForReading(tx, planId);
    if (basedOn > plan.currentVersion) {
      throw new DomainError('invalid-input', `Version ${basedOn} does not exist.`, [
        { path: 'basedOn', message: `must not be above the current version ${plan.currentVersion}` },
      ]);
    }
    const savedAt = this.clock.now();
    await this.plans.saveDraft(tx, { planId, authorSub: author.sub, document, basedOn, savedAt });
    return { planId, document, basedOn, savedAt: savedAt.toISOString() };
  }
}
