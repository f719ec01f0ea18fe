import { Injectable } from '@nestjs/common';
import { DomainError, type PublishedVersion } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { planEnteredInErrorEvent } from './plan.events.js';
import { PlanRepository } from './plan.repository.js';
import { PutVersionInForce } from './put-version-in-force.js';

/**
 * The version in force should never have existed (another patient's, a slip): the one before it is in force again, as a new version,
 * and whoever got the wrong one is told to disregard it. Only the newest version can be marked: what later versions rest on, a
 * physician undoes by hand.
 */
@Injectable()
export class MarkEnteredInError {
  constructor(
    private readonly plans: PlanRepository,
    private readonly putInForce: PutVersionInForce,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: { planId: string; version: number; reason: string; user: User },
  ): Promise<PublishedVersion> {
    const { planId, version, reason, user } = command;
    const plan = await this.plans.lock(tx, planId);
    refuseUnlessNewest(version, plan.currentVersion);
    const document = await this.plans.document(tx, planId, version - 1);
    if (!document) throw new DomainError('not-found', 'There is no such plan version.');
    const now = this.clock.now();
    const correctedBy = version + 1;
    const { patientId } = plan;
    const published = await this.putInForce.execute(
      tx,
      {
        planId,
        patientId,
        version: correctedBy,
        document,
        reason: `Version ${version} was entered in error: ${reason}`,
        author: toActor(user),
        publishedAt: now,
        corrects: version,
      },
      undefined,
      // What was in force before it is right by definition, though its statuses seem to go backwards.
      'skip',
    );
    const error = { planId, version, correctedBy, reason, by: toActor(user), markedAt: now };
    await this.plans.markInError(tx, error);
    await this.outbox.append(tx, planEnteredInErrorEvent(patientId, error));
    await this.timeline.record(tx, {
      patientId,
      at: now,
      by: user.name,
      planVersion: version,
      type: 'plan.entered-in-error',
      text: `Plan version ${version} was entered in error (${reason}); version ${correctedBy} is in force.`,
    });
    return published;
  }
}

function refuseUnlessNewest(version: number, newest: number): void {
  if (version > newest) throw new DomainError('not-found', 'There is no such plan version.');
  if (version < newest) {
    throw new DomainError(
      'illegal-transition',
      `Versions ${version + 1} to ${newest} rest on version ${version}: publish a version that undoes what was wrong.`,
      [],
      { currentVersion: newest, allowed: [] },
    );
  }
  if (version === 1) {
    throw new DomainError('illegal-transition', 'There is nothing before the first version: revoke the plan.', [], {
      currentVersion: newest,
      allowed: [],
    });
  }
}
