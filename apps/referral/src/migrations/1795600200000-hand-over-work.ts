import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A physician hands work to the coordinator, or looks at it on a later day. */
export class HandOverWork1795600200000 implements MigrationInterface {
  readonly name = 'HandOverWork1795600200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_item
        add column later_until text,
        add column delegated jsonb
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_item drop column later_until, drop column delegated');
  }
}
