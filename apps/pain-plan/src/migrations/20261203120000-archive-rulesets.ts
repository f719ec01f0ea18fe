import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ArchiveRulesets20261203120000 implements MigrationInterface {
  readonly name = 'ArchiveRulesets20261203120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table ruleset (version text primary key, rules jsonb not null, first_used_at timestamptz not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ruleset`);
  }
}
