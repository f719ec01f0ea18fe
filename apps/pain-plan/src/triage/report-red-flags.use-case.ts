import { Injectable } from '@nestjs/common';
import { triage, type Triage } from '#clinical';
import {
  DomainError,
  type PlanDocument,
  type PublishedVersion,
  type ReportRedFlags as Reported,
  type TriageAnswer,
} from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { PainPlanConfig } from '../pain-plan.config.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { PutVersionInForce } from '../plan/put-version-in-force.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { flagsInWords } from './flag-words.js';
import { answerFor } from './triage-answer.js';
import { redFlagReportedEvent, reportHappenings } from './triage.events.js';

export interface ReportCommand extends Reported {
  patientId: string;
  /** Null: the patient has no plan. */
  planId: string | null;
  user: User;
}

/**
 * Alarming findings, from whomever. What cannot wait is put in force at once as a safety version in the reporter's name:
 * the current plan, the flags and their holds. `red-flag.reported` follows always; what is under way already raises no second alarm.
 */
@Injectable()
export class ReportRedFlags {
  constructor(
    private readonly plans: PlanRepository,
    private readonly putInForce: PutVersionInForce,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
    private readonly config: PainPlanConfig,
  ) {}

  async execute(tx: Transaction, command: ReportCommand): Promise<TriageAnswer> {
    const { patientId, planId, redFlags, note, user } = command;
    // Under the lock the version read is the one in force: a publish at the same moment comes before this one or after it.
    const plan = planId === null ? null : await this.plans.lock(tx, planId);
    const document = plan && (await this.plans.document(tx, plan.id, plan.currentVersion));
    const at = this.clock.now();
    refuseTheFuture(redFlags, at);

    const outcome = triage(document, redFlags, { at, timeZone: this.config.clinicTimeZone });
    const next = { planId, patientId, version: (plan?.currentVersion ?? 0) + 1, at };
    const published =
      outcome.safetyDocument && (await this.publish(tx, { ...next, outcome, user }, outcome.safetyDocument));
    const by = toActor(user);
    const report = { patientId, planId, version: published?.version ?? null, triage: outcome, by, at };
    await this.outbox.append(tx, redFlagReportedEvent(report));
    await this.timeline.record(tx, ...reportHappenings(report, note));
    return answerFor(user, outcome, published);
  }

  private async publish(
    tx: Transaction,
    next: {
      planId: string | null;
      patientId: string;
      version: number;
      at: Date;
      outcome: Triage;
      user: User;
    },
    document: PlanDocument,
  ): Promise<PublishedVersion | null> {
    const { planId, patientId, version, at, outcome, user } = next;
    if (planId === null) return null;
    const flags = flagsInWords(outcome.flags.map(({ kind }) => kind));
    return this.putInForce.execute(
      tx,
      {
        planId,
        patientId,
        version,
        document,
        reason: `Red flag reported: ${flags}; awaiting the physician`,
        author: toActor(user),
        publishedAt: at,
      },
      undefined,
      'skip',
    );
  }
}

function refuseTheFuture(redFlags: Reported['redFlags'], now: Date): void {
  const errors = redFlags.flatMap(({ observedAt }, index) =>
    observedAt !== undefined && new Date(observedAt) > now
      ? [{ path: `redFlags[${index}].observedAt`, message: 'must not be in the future' }]
      : [],
  );
  if (errors.length > 0) throw new DomainError('invalid-input', 'A finding lies in the past.', errors);
}
