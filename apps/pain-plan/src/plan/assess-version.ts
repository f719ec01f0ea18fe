import { Injectable } from '@nestjs/common';
import { assessImpact, checkPlan, currentRuleset, deviationsFrom, diffPlans, impactDigest } from '#clinical';
import { DomainError, emptyPlan, type PlanDocument, type VersionImpact } from '#contracts';
import type { Transaction } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from './plan.repository.js';

export interface Candidate {
  planId: string;
  version: number;
  document: PlanDocument;
  publishedAt: Date;
}

/** A version that only holds, or lifts a hold, for safety's sake is never refused for what stands in the plan besides. */
export type ClinicalChecks = 'refuse' | 'skip';

/**
 * What a version would send, or sends: preview and publish both ask here, so they cannot disagree.
 * The caller holds the plan's lock, so that versions, team and acknowledgements belong together.
 * A document that breaks a clinical rule is refused naming the field.
 */
@Injectable()
export class AssessVersion {
  constructor(
    private readonly plans: PlanRepository,
    private readonly team: CareTeamQueries,
    private readonly partners: PartnerQueries,
  ) {}

  async execute(tx: Transaction, candidate: Candidate, checks: ClinicalChecks = 'refuse'): Promise<VersionImpact> {
    const history = await this.plans.history(tx, candidate.planId);
    const previous = history.at(-1)?.document ?? null;
    if (checks === 'refuse') refuseBrokenRules(candidate, previous);

    const active = await this.team.active(tx, candidate.planId);
    const calendars = await this.partners.calendars(
      tx,
      active.map((member) => member.partnerId),
    );
    const changes = diffPlans(previous ?? emptyPlan, candidate.document);
    const impact = assessImpact({
      history: [
        ...history,
        { version: candidate.version, document: candidate.document, publishedAt: candidate.publishedAt },
      ],
      members: active.map((member) => ({ ...member, calendar: calendars.of(member.partnerId) })),
      completed: await this.team.completed(tx, candidate.planId),
      clinicCalendar: calendars.clinic,
      ruleset: currentRuleset,
    });
    return {
      changes,
      impacts: impact.partners,
      desks: impact.desks,
      unaffected: impact.unaffected,
      deviations: deviationsFrom(candidate.document),
      rulesetVersion: impact.rulesetVersion,
      digest: impactDigest(changes, impact),
    };
  }
}

function refuseBrokenRules(candidate: Candidate, previous: PlanDocument | null): void {
  const broken = checkPlan(candidate.document, { previous, now: candidate.publishedAt });
  if (broken.length === 0) return;
  throw new DomainError(
    'clinical-invariant',
    `The plan breaks ${broken.length === 1 ? 'a clinical rule' : `${broken.length} clinical rules`}; nothing was published.`,
    broken.map(({ path, message }) => ({ path: `document.${path}`, message })),
  );
}
