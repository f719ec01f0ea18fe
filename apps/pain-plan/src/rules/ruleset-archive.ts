import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Rule } from '#clinical';
import { DomainError } from '#contracts';
import { Clock } from '#platform';
import { ruleset } from '../ruleset.js';

export interface ArchivedRuleset {
  version: string;
  rules: Rule[];
  firstUsedAt: string;
}

/** Every ruleset that ever ran, whole: an old impact names its version and is explained by the rules of its day. */
@Injectable()
export class RulesetArchive implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.dataSource.query(
      `insert into ruleset (version, rules, first_used_at) values ($1, $2, $3) on conflict do nothing`,
      [ruleset.version, JSON.stringify(ruleset.rules), this.clock.now()],
    );
  }

  async get(version: string): Promise<ArchivedRuleset> {
    const [row] = await this.dataSource.query<(Omit<ArchivedRuleset, 'firstUsedAt'> & { firstUsedAt: Date })[]>(
      `select version, rules, first_used_at as "firstUsedAt" from ruleset where version = $1`,
      [version],
    );
    if (!row) throw new DomainError('not-found', 'No such ruleset ever ran here.');
    return { ...row, firstUsedAt: row.firstUsedAt.toISOString() };
  }
}
