import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TimerTables1767225520000 implements MigrationInterface {
  readonly name = 'TimerTables1767225520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table timer (
        key text primary key,
        kind text not null,
        subject uuid not null,
        plan_id uuid not null,
        due_at timestamptz not null,
        data jsonb not null default '{}',
        state text not null default 'pending' check (state in ('pending', 'fired', 'cancelled')),
        fired_at timestamptz,
        attempts int not null default 0,
        retry_at timestamptz,
        last_error text
      )`);
    await runner.query(`create index timer_due on timer (due_at, key) where state = 'pending'`);
    await runner.query(`create index timer_of_plan on timer (plan_id, due_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table timer`);
  }
}
