import { Injectable } from '@nestjs/common';
import { DomainError, emptyPlan, type PlanDocument, type PublishedVersion } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { KeepFollowUps } from '../follow-up/keep-follow-ups.use-case.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { AssessVersion, type ClinicalChecks } from './assess-version.js';
import { planPublishedEvent, publishHappenings, type VersionInForce } from './plan.events.js';
import { PlanRepository } from './plan.repository.js';

/**
 * The step that the first version and every later one share: assess, store, tell. The caller holds the plan's lock.
 * With a digest, nothing is published when something else than the previewed would be sent now.
 */
@Injectable()
export class PutVersionInForce {
  constructor(
    private readonly plans: PlanRepository,
    private readonly assess: AssessVersion,
    private readonly team: CareTeamQueries,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly followUps: KeepFollowUps,
  ) {}

  async execute(
    tx: Transaction,
    inForce: VersionInForce,
    previewed?: string,
    checks: ClinicalChecks = 'refuse',
  ): Promise<PublishedVersion> {
    const impact = await this.assess.execute(tx, inForce, checks);
    if (previewed !== undefined && previewed !== impact.digest) {
      throw new DomainError('preview-outdated', 'Something else would be sent now than the preview showed.', [], {
        preview: impact,
      });
    }
    const { planId, patientId, version, document, reason, author, publishedAt } = inForce;
    const { changes, rulesetVersion } = impact;
    await this.plans.saveVersion(tx, {
      planId,
      version,
      document,
      changes,
      reason,
      author,
      rulesetVersion,
      publishedAt,
    });
    await this.outbox.append(tx, planPublishedEvent(inForce, impact, await this.team.members(tx, planId)));
    await this.timeline.record(tx, ...publishHappenings(inForce, impact, await this.previous(tx, inForce)));
    await this.followUps.execute(tx, { planId, patientId });
    return { ...impact, planId, patientId, version, publishedAt: publishedAt.toISOString() };
  }

  /** Asked only to tell a new override from an old one: most versions hold none, and the publish is waited for. */
  private async previous(tx: Transaction, { planId, version, document }: VersionInForce): Promise<PlanDocument> {
    if (document.procedures.every((procedure) => procedure.override === undefined)) return emptyPlan;
    return (await this.plans.document(tx, planId, version - 1)) ?? emptyPlan;
  }
}
