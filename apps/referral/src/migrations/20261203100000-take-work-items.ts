import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeWorkItems20261203100000 implements MigrationInterface {
  readonly name = 'TakeWorkItems20261203100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table work_item add column taken_by text, add column taken_at timestamptz, add column alarms int not null default 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table work_item drop column taken_by, drop column taken_at, drop column alarms`);
  }
}
