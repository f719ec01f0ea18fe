import type { EventData, planPublished } from '#contracts';
import { LOGGER, type Transaction } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { ruleset } from '../ruleset.js';

export interface RulesState {
  /** What this process runs. */
  running: string;
  /** Of the newest version that was worked through here; null before the first. */
  newest: { publishedWith: string; appliedWith: string; publishedAt: string } | null;
  agree: boolean;
}

/**
 * pain-plan previews with its rules, this service issues handoffs with its own: when they differ, what a physician saw is not what happens.
 * Nothing stops for it (a rollout of new rules passes through it), but nobody has to guess.
 */
@Injectable()
export class RulesAgreement {
  constructor(
    private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async note(
    tx: Transaction,
    { planId, version, rulesetVersion: publishedWith }: EventData<typeof planPublished>,
  ): Promise<void> {
    const appliedWith = ruleset.version;
    await tx.query(
      `update plan_version_copy set published_with = $3, applied_with = $4
        where plan_id = $1 and version = $2 and applied_with is null`,
      [planId, version, publishedWith, appliedWith],
    );
    if (publishedWith === appliedWith) return;
    this.logger.warn(
      { planId, version, publishedWith, appliedWith },
      'a version was previewed with other rules than it is worked through with',
    );
  }

  async state(): Promise<RulesState> {
    const [row] = await this.database.query<{ publishedWith: string; appliedWith: string; publishedAt: Date }[]>(
      `select published_with as "publishedWith", applied_with as "appliedWith", published_at as "publishedAt"
         from plan_version_copy where applied_with is not null order by published_at desc limit 1`,
    );
    const newest = row ? { ...row, publishedAt: row.publishedAt.toISOString() } : null;
    return { running: ruleset.version, newest, agree: newest === null || newest.publishedWith === newest.appliedWith };
  }
}
