import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which rules a version was previewed and published, and by which ones it was worked through here. */
export class NoteRulesOfVersions20261204093000 implements MigrationInterface {
  readonly name = 'NoteRulesOfVersions20261204093000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_version_copy add column published_with text, add column applied_with text`);
    await runner.query(
      `create index plan_version_copy_rules on plan_version_copy (published_at desc) where applied_with is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index plan_version_copy_rules`);
    await runner.query(`alter table plan_version_copy drop column published_with, drop column applied_with`);
  }
}
