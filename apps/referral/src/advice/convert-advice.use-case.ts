import { type ConvertAdvice as Conversion, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { BeginReferral } from '../referral/begin-referral.use-case.js';
import type { AdviceRow } from './advice.entity.js';
import { AdviceDesk } from './advice-desk.js';
import { converted } from './advice.events.js';
import { AdviceRepository } from './advice.repository.js';
import { nextAdviceState } from './advice.states.js';

/**
 * The question becomes a referral: a partner takes a role, its first handoff says everything in force, and the referral's note is the
 * question. Told as `advice.converted`, by which pain-plan learns of the new member.
 */
@Injectable()
export class ConvertAdvice {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly advice: AdviceRepository,
    private readonly begin: BeginReferral,
    private readonly desk: AdviceDesk,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, to, user, now }: { id: string; to: Conversion; user: User; now: Date },
  ): Promise<void> {
    await this.plans.lock(tx, (await this.advice.findFor(tx, id, user)).planId);
    const row = await this.advice.findFor(tx, id, user);
    const state = nextAdviceState(row, 'convert', user.role);
    const { role, partnerId } = whom(row, to);
    const { planId, patientId, question: note } = row;
    const referral = await this.begin.execute(tx, { planId, patientId, role, partnerId, note, user, now });
    const { id: referralId, memberId } = referral;
    await this.advice.change(tx, id, { state, referralId });
    await this.outbox.append(tx, converted(row, { memberId, role, partnerId, referralId }, toActor(user), now));
    await this.desk.close(tx, row, now);
  }
}

function whom(row: AdviceRow, to: Conversion) {
  const asked = row.to === 'partner' ? row : { role: null, partnerId: null };
  const role = to.role ?? asked.role;
  const partnerId = to.partnerId ?? asked.partnerId;
  if (role !== null && partnerId !== null) return { role, partnerId };
  const path = role === null ? 'role' : 'partnerId';
  throw new DomainError('invalid-input', 'Who is referred to?', [{ path, message: 'Required to convert.' }]);
}
