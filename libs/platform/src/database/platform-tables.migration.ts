import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformTables1767225500000 implements MigrationInterface {
  readonly name = 'PlatformTables1767225500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        key text primary key,
        fingerprint text not null,
        answer jsonb,
        created_at timestamptz not null default now()
      )`);
    await runner.query(`create index idempotency_key_age on idempotency_key (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_key`);
  }
}
