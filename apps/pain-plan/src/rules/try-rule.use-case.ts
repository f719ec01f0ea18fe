import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Candidate, compareRulesets, readCandidate } from '#clinical';
import { type Ask, DomainError, type RuleTrial, type RuleTrialExample, type TryRule as Wanted } from '#contracts';
import { Clock } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { ruleset } from '../ruleset.js';

const dayMs = 86_400_000;
/** Both sets of rules are applied to each version, some ten milliseconds together. */
const mostVersions = 400;
const mostExamples = 50;

interface Published {
  planId: string;
  patientId: string;
  version: number;
  publishedAt: Date;
}

type Counts = Pick<RuleTrial, 'more' | 'fewer' | 'changed' | 'same'>;

/**
 * What a changed rule would have sent over the published versions of some days, beside what the running rules send. Every member of the
 * team as it was is taken to work from the version before, so that each version counts by what it changed. Changes nothing.
 */
@Injectable()
export class TryRule {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly team: CareTeamQueries,
    private readonly partners: PartnerQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ rule, days }: Wanted): Promise<RuleTrial> {
    const candidate = readCandidate(ruleset, rule);
    if ('faults' in candidate) {
      const faults = candidate.faults.map(({ path, message }) => ({ path: path ? `rule.${path}` : 'rule', message }));
      throw new DomainError('invalid-input', 'So it could not stand among the rules.', faults);
    }
    const since = new Date(this.clock.now().getTime() - days * dayMs);
    const isAboutChanges = candidate.rule.basis !== 'event';
    const published = isAboutChanges ? await this.publishedSince(since) : [];
    const counts: Counts = { more: 0, fewer: 0, changed: 0, same: 0 };
    const examples: RuleTrialExample[] = [];
    for (const one of published.slice(0, mostVersions)) {
      for (const example of await this.compare(one, candidate, counts))
        if (examples.length < mostExamples) examples.push(example);
      await letOthersIn();
    }
    return {
      ruleId: candidate.rule.id,
      isNew: candidate.isNew,
      rulesetVersion: ruleset.version,
      isAboutChanges,
      since: since.toISOString(),
      versions: Math.min(published.length, mostVersions),
      leftOut: Math.max(0, published.length - mostVersions),
      ...counts,
      brokenExamples: candidate.brokenExamples,
      examples,
    };
  }

  /** Newest first, without what was entered in error. */
  private publishedSince(since: Date): Promise<Published[]> {
    return this.database.query<Published[]>(
      `select version.plan_id as "planId", plan.patient_id as "patientId", version.version, published_at as "publishedAt"
         from plan_version version join plan on plan.id = version.plan_id
        where published_at >= $1
          and not exists (select from plan_version_error error
                           where error.plan_id = version.plan_id and error.version = version.version)
        order by published_at desc, version.plan_id, version.version desc`,
      [since],
    );
  }

  /** Counts, and tells what differs. */
  private async compare(
    { planId, patientId, version, publishedAt }: Published,
    candidate: Candidate,
    counts: Counts,
  ): Promise<RuleTrialExample[]> {
    const reader = this.database.manager;
    const history = (await this.plans.history(reader, planId)).slice(0, version);
    const members = await this.team.at(reader, planId, publishedAt);
    const calendars = await this.partners.calendars(
      reader,
      members.map(({ partnerId }) => partnerId),
    );
    const compared = compareRulesets(
      {
        history,
        members: members.map((member) => ({
          ...member,
          acknowledgedVersion: version - 1,
          calendar: calendars.of(member.partnerId),
        })),
        clinicCalendar: calendars.clinic,
      },
      ruleset,
      candidate.ruleset,
    );
    return compared.flatMap(({ kind, to, partnerId, running, tried }) => {
      const ruleId = (tried ?? running)?.ruleId ?? candidate.rule.id;
      // Rules that have nothing to do with it are the same by nature.
      if (kind !== 'same' || ruleId === candidate.rule.id) counts[kind] += 1;
      if (kind === 'same') return [];
      const where = { planId, patientId, version, publishedAt: publishedAt.toISOString() };
      return { kind, ruleId, to, partnerId, ...where, running: brief(running), tried: brief(tried) };
    });
  }
}

const brief = (ask: Ask | null): RuleTrialExample['tried'] =>
  ask && { urgency: ask.urgency, dueAt: ask.dueAt, reason: ask.reason, text: ask.text };
