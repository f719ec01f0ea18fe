import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWatchNotices20261203090500 implements MigrationInterface {
  name = 'CreateWatchNotices20261203090500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table watch_notice (
        plan_id uuid not null references plan,
        target_id text not null,
        measure text not null,
        since_version int not null,
        started_on date not null,
        news text not null check (news in ('plateau', 'worsening')),
        said_at timestamptz not null,
        primary key (plan_id, target_id, measure, since_version, started_on, news)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table watch_notice;');
  }
}
