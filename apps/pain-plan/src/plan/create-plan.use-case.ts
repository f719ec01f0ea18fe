import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type CreatePlan as NewPlan, type CreatedPlan } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { CareTeamRepository } from '../care-team/care-team.repository.js';
import { checkTeam } from '../care-team/check-team.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PatientRepository } from '../patient/patient.repository.js';
import { PlanRepository } from './plan.repository.js';
import { PutVersionInForce } from './put-version-in-force.js';

/**
 * A physician gives a patient the one plan it has, with its first care team; version 1 is published at once.
 * `plan.published` follows and names the team: no event of their own for these first members.
 */
@Injectable()
export class CreatePlan {
  constructor(
    private readonly patients: PatientRepository,
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly partners: PartnerQueries,
    private readonly putInForce: PutVersionInForce,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: NewPlan & { patientId: string; author: Actor }): Promise<CreatedPlan> {
    const { patientId, document, reason, author } = command;
    // The patient's row stands for the plan that does not exist yet: two first plans at once wait for each other here.
    await this.patients.lock(tx, patientId);
    if (await this.plans.existsFor(tx, patientId))
      throw new DomainError('already-exists', 'This patient has a plan already.');
    await checkTeam(tx, this.partners, command.team);

    const now = this.clock.now();
    const planId = randomUUID();
    await this.plans.add(tx, { id: planId, patientId, currentVersion: 1, createdAt: now });
    const team = command.team.map((member) => ({ memberId: randomUUID(), ...member }));
    for (const member of team) await this.team.add(tx, planId, member, now);
    const { planId: id, ...published } = await this.putInForce.execute(tx, {
      planId,
      patientId,
      version: 1,
      document,
      reason,
      author,
      publishedAt: now,
    });
    return { id, currentVersion: published.version, document, team, ...published };
  }
}
