import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarkCorrections20261203110000 implements MigrationInterface {
  readonly name = 'MarkCorrections20261203110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_version_copy add column corrects int`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_version_copy drop column corrects`);
  }
}
