import { Injectable } from '@nestjs/common';
import type { behavioralSafetyRaised, EventData } from '#contracts';
import { Clock, type Role, type Transaction } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { ReportRedFlags } from './report-red-flags.use-case.js';

/**
 * Behavioral health found its safety item positive: the alarm goes the way of every other, in the name of who recorded it. The same finding
 * while an alarm is under way raises no second one; with a plan it becomes an emergency. `red-flag.reported` follows.
 */
@Injectable()
export class RaiseSafety {
  constructor(
    private readonly plans: PlanRepository,
    private readonly report: ReportRedFlags,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, raised: EventData<typeof behavioralSafetyRaised>): Promise<void> {
    const { patientId, withPlan, raisedAt, by } = raised;
    const planId = await this.plans.idOfPatient(tx, patientId);
    const isPast = new Date(raisedAt) <= this.clock.now();
    const finding = { kind: 'self-harm', onset: 'new', side: 'n/a', level: [], withPlan } as const;
    const nothingElse = { neurologicSign: false, pumpWithdrawal: false, implant: false };
    const user = { sub: by.sub, name: by.name, role: by.role as Role, partnerId: by.partnerId ?? null };
    const redFlags = [{ ...finding, ...nothingElse, level: [], ...(isPast ? { observedAt: raisedAt } : {}) }];
    await this.report.execute(tx, { patientId, planId, redFlags, user });
  }
}
