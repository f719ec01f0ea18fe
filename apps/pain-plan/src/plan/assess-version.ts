import { Injectable } from '@nestjs/common';
import { assessImpact, type CheckContext, checkPlan, deviationsFrom, diffPlans, impactDigest } from '#clinical';
import { DomainError, emptyPlan, type PlanDocument, type VersionImpact } from '#contracts';
import type { Transaction } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from './plan.repository.js';
import { ruleset } from '../ruleset.js';

export interface Candidate {
  planId: string;
  version: number;
  document: PlanDocument;
  publishedAt: Date;
  /** The version that this one undoes. */
  corrects?: number;
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
    const active = await this.team.active(tx, candidate.planId);
    if (checks === 'refuse') {
      refuseBrokenRules(candidate, { previous, now: candidate.publishedAt, team: active.map(({ role }) => role) });
    }
    const calendars = await this.partners.calendars(
      tx,
      active.map((member) => member.partnerId),
    );
    const changes = diffPlans(previous ?? emptyPlan, candidate.document);
    const impact = assessImpact({
      history: [
        ...history,
        {
          version: candidate.version,
          document: candidate.document,
          publishedAt: candidate.publishedAt,
          ...(candidate.corrects === undefined ? {} : { corrects: candidate.corrects }),
        },
      ],
      members: active.map((member) => ({ ...member, calendar: calendars.of(member.partnerId) })),
      completed: await this.team.completed(tx, candidate.planId),
      clinicCalendar: calendars.clinic,
      ruleset,
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

function refuseBrokenRules({ document }: Candidate, context: CheckContext): void {
  const broken = checkPlan(document, context);
  if (broken.length === 0) return;
  throw new DomainError(
    'clinical-invariant',
    `The plan breaks ${broken.length === 1 ? 'a clinical rule' : `${broken.length} clinical rules`}; nothing was published.`,
    broken.map((fault) => ({ ...fault, path: `document.${fault.path}` })),
  );
}
