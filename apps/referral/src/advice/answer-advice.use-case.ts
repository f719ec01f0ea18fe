import { Outbox } from '#messaging';
import { asService, toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { AdviceDesk } from './advice-desk.js';
import { answered } from './advice.events.js';
import { AdviceRepository } from './advice.repository.js';
import { nextAdviceState } from './advice.states.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';

/** Whoever was asked answers, once. Told as `advice.answered`; the desk's item is done. */
@Injectable()
export class AnswerAdvice {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly advice: AdviceRepository,
    private readonly desk: AdviceDesk,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, answer, user, now }: { id: string; answer: string; user: User; now: Date },
  ): Promise<void> {
    await this.plans.lock(tx, (await this.advice.findFor(tx, id, user)).planId);
    const row = await this.advice.findFor(tx, id, user);
    const state = nextAdviceState(row, 'answer', user.role);
    await this.advice.change(tx, id, { state, answer, answered: { at: now.toISOString(), by: user.name } });
    await this.outbox.append(tx, answered(row, toActor(user), now));
    await asService(tx, () => this.desk.close(tx, row, now));
  }
}
