import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEpisodes1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table followed_plan (
        plan_id uuid primary key,
        version int not null check (version >= 1)
      );

      create table team_member (
        member_id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        partner_id text not null,
        status text not null check (status in ('proposed', 'active', 'ended'))
      );
      create index team_member_active on team_member (partner_id, patient_id) where status = 'active';

      create table episode (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        item_id text not null,
        kind text not null
          check (kind in ('cbt', 'sleep', 'pain-psychology', 'pre-implant-evaluation', 'screening')),
        state text not null check (state in ('requested', 'engaged', 'completed', 'stopped')),
        clearance text check (clearance in ('pending', 'cleared', 'not-cleared')),
        stated_status text not null check (stated_status in ('requested', 'engaged', 'completed', 'stopped')),
        stated_clearance text check (stated_clearance in ('pending', 'cleared', 'not-cleared')),
        requested_at timestamptz not null,
        changed_at timestamptz not null,
        unique (plan_id, item_id),
        check ((kind = 'pre-implant-evaluation') = (clearance is not null))
      );
      create index episode_newest on episode (requested_at desc, id desc);
      create index episode_by_patient on episode (patient_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table episode;
      drop table team_member;
      drop table followed_plan;
    `);
  }
}
