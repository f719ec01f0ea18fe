import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVersionRouting20261201090300 implements MigrationInterface {
  name = 'CreateVersionRouting20261201090300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table version_routing (
        plan_id uuid not null,
        version int not null,
        assessed_at timestamptz not null,
        told jsonb not null,
        unaffected jsonb not null,
        primary key (plan_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table version_routing;');
  }
}
