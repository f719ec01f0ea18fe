import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CopyContests20261204154000 implements MigrationInterface {
  name = 'CopyContests20261204154000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table handoff_copy add column contest jsonb;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table handoff_copy drop column contest;');
  }
}
