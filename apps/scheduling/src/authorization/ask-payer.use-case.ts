import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type RequestAuthorization } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { authorizationNeededEvent } from './authorization.events.js';
import { AuthorizationRepository, neededAuthorization } from './authorization.repository.js';
import { describePrescription } from './derive-authorizations.js';

/** Some payers count the sessions of a prescription. No plan says so; the coordinator who learns it opens the permission here. */
@Injectable()
export class AskPayer {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { planId, itemId }: RequestAuthorization): Promise<string> {
    const plan = await this.plans.find(tx, planId);
    if (!plan) throw new DomainError('not-found', 'There is no such plan.');
    await this.plans.lockPatient(tx, plan.patientId);
    const rehab = plan.document.rehab.find(({ id }) => id === itemId);
    if (!rehab) {
      const message = 'must be a prescription of the plan; procedures and imaging are asked for by the plan itself';
      throw new DomainError('invalid-input', `The plan holds no prescription ${itemId}.`, [
        { path: 'itemId', message },
      ]);
    }
    const known = (await this.authorizations.ofPlan(tx, planId)).find(
      (one) => one.itemId === itemId && one.kind === 'therapy',
    );
    if (known && known.state !== 'withdrawn') {
      throw new DomainError('already-exists', 'The payer is asked already.', [], { id: known.id });
    }
    const now = this.clock.now();
    const { patientId } = plan;
    const item = { planId, patientId, itemId, kind: 'therapy' as const, subject: describePrescription(rehab) };
    const needed = neededAuthorization(known?.id ?? randomUUID(), item, now);
    await this.authorizations.save(tx, needed);
    await this.outbox.append(tx, authorizationNeededEvent(needed, now));
    return needed.id;
  }
}
