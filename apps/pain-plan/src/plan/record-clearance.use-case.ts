import { Injectable } from '@nestjs/common';
import { emptyPlan, type behavioralEpisodeCompleted, type EventData } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { PlanRepository } from './plan.repository.js';
import { PutVersionInForce } from './put-version-in-force.js';

/**
 * The answer of an evaluation before an implant is a finding, not a decision: a version with it and nothing else is put in force in the
 * evaluator's name, so that the implant opens or stops at once and the rules tell whom it concerns. The reason is not in it; it never left
 * behavioral health. Known already, or a plan that has ended: nothing happens.
 */
@Injectable()
export class RecordClearance {
  constructor(
    private readonly plans: PlanRepository,
    private readonly putInForce: PutVersionInForce,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, completed: EventData<typeof behavioralEpisodeCompleted>): Promise<void> {
    const { patientId, planId, itemId, clearance, by } = completed;
    if (clearance === null || itemId === undefined || (await this.plans.idOfPatient(tx, patientId)) !== planId) return;
    // Under the lock the version read is the one in force.
    const plan = await this.plans.lock(tx, planId);
    const document = (await this.plans.document(tx, planId, plan.currentVersion)) ?? emptyPlan;
    const isInForce = document.status === 'active' || document.status === 'on-hold';
    const item = document.behavioral.find(({ id, kind }) => id === itemId && kind === 'pre-implant-evaluation');
    if (!isInForce || !item || (item.status === 'completed' && item.clearance === clearance)) return;
    const answered = { ...item, status: 'completed', clearance } as const;
    await this.putInForce.execute(
      tx,
      {
        planId,
        patientId,
        version: plan.currentVersion + 1,
        document: { ...document, behavioral: document.behavioral.map((one) => (one === item ? answered : one)) },
        reason: 'Behavioral health answered the evaluation',
        author: by,
        publishedAt: this.clock.now(),
      },
      undefined,
      'skip',
    );
  }
}
