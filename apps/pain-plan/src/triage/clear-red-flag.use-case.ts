import { Injectable } from '@nestjs/common';
import { clearFlag } from '#clinical';
import { DomainError, emptyPlan, type ClearRedFlag as Clearance, type PublishedVersion } from '#contracts';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { PutVersionInForce } from '../plan/put-version-in-force.js';
import { flagsInWords } from './flag-words.js';

/**
 * The physician ends an alarm: a version with the flag cleared and its holds lifted. Nobody else's content is touched, so the
 * version rests on whatever is in force.
 */
@Injectable()
export class ClearRedFlag {
  constructor(
    private readonly plans: PlanRepository,
    private readonly putInForce: PutVersionInForce,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: Clearance & { planId: string; flagId: string; user: User },
  ): Promise<PublishedVersion> {
    const { planId, flagId, user, finding, urological, imaging } = command;
    const plan = await this.plans.lock(tx, planId);
    const document = (await this.plans.document(tx, planId, plan.currentVersion)) ?? emptyPlan;
    const flag = document.redFlags.find(({ id }) => id === flagId);
    if (!flag) throw new DomainError('not-found', 'There is no such red flag.');
    if (flag.status === 'cleared') throw new DomainError('illegal-transition', 'This red flag is cleared already.');
    const at = this.clock.now();
    return this.putInForce.execute(
      tx,
      {
        planId,
        patientId: plan.patientId,
        version: plan.currentVersion + 1,
        document: clearFlag(document, flagId, { at, by: user.name, finding, urological, imaging }),
        reason: `Red flag cleared: ${flagsInWords([flag.kind])}`,
        author: toActor(user),
        publishedAt: at,
      },
      undefined,
      'skip',
    );
  }
}
