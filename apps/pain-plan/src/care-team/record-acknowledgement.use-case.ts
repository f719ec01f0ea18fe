import { Injectable } from '@nestjs/common';
import { DomainError, type EventData, type handoffAcknowledged } from '#contracts';
import type { Transaction } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { CareTeamRepository } from './care-team.repository.js';
import { acknowledgedWords } from './handoff.words.js';
import { HandoffCopyRepository } from './handoff-copy.repository.js';

/**
 * A partner said which version it works from: the member's acknowledged version moves forward, never back.
 * Takes the plan's lock, so that no version is assessed from a position that is about to move. No event follows.
 */
@Injectable()
export class RecordAcknowledgement {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamRepository,
    private readonly handoffs: HandoffCopyRepository,
    private readonly partners: PartnerQueries,
    private readonly timeline: TimelineRepository,
  ) {}

  async execute(tx: Transaction, said: EventData<typeof handoffAcknowledged>): Promise<void> {
    const plan = await this.plans.lock(tx, said.planId);
    const member = await this.team.get(tx, said.memberId);
    if (said.version > plan.currentVersion) {
      throw new DomainError('invalid-input', `Version ${said.version} of this plan was never published.`, [
        { path: 'version', message: `must not be above the current version ${plan.currentVersion}` },
      ]);
    }
    const at = new Date(said.acknowledgedAt);
    // A late, older answer says nothing about the version the member works from by now.
    if (said.version >= member.acknowledgedVersion) await this.team.change(tx, member.id, { concern: said.concern });
    await this.team.acknowledge(tx, member.id, said.version);
    await this.team.heardFrom(tx, member.id, at);
    await this.handoffs.close(tx, said.handoffId);
    const nameOf = await this.partners.names(tx, [said.partnerId]);
    await this.timeline.record(tx, {
      patientId: said.patientId,
      at,
      type: 'handoff.acknowledged',
      text: acknowledgedWords(said, nameOf(said.partnerId)),
      by: said.by.name,
      planVersion: said.version,
      handoffId: said.handoffId,
    });
  }
}
