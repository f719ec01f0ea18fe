import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DecidePlateaus20261203123800 implements MigrationInterface {
  readonly name = 'DecidePlateaus20261203123800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_item
        add column decision text check (decision in ('new-version', 'continue', 'refer')),
        add column decision_reason text
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_item drop column decision, drop column decision_reason');
  }
}
