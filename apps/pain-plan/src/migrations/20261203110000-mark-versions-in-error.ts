import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions are immutable: that one was entered in error stands beside it. */
export class MarkVersionsInError20261203110000 implements MigrationInterface {
  readonly name = 'MarkVersionsInError20261203110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_version_error (
        plan_id uuid not null,
        version int not null,
        corrected_by int not null,
        reason text not null,
        by jsonb not null,
        marked_at timestamptz not null,
        primary key (plan_id, version),
        unique (plan_id, corrected_by),
        foreign key (plan_id, version) references plan_version (plan_id, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table plan_version_error`);
  }
}
