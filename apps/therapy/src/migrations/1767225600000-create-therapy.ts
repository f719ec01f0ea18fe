import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTherapy1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_copy (
        plan_id uuid primary key,
        version int not null check (version >= 1),
        document jsonb not null
      );

      create table team_member (
        member_id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        role text not null check (role in ('physical-therapy', 'pelvic-floor-therapy')),
        partner_id text not null,
        status text not null check (status in ('proposed', 'active', 'ended')),
        engaged_for text[] not null default '{}'
      );
      create index team_member_active on team_member (plan_id, role) where status = 'active';

      create table episode (
        id uuid primary key,
        plan_id uuid not null references plan_copy (plan_id),
        patient_id uuid not null,
        rehab_item_id text not null,
        discipline text not null check (discipline in ('physical-therapy', 'pelvic-floor-therapy')),
        state text not null check (state in ('open', 'held', 'ended', 'discharged')),
        stated text not null check (stated in ('open', 'held', 'ended')),
        prescription jsonb not null,
        visits int not null check (visits >= 0),
        summary text,
        opened_at timestamptz not null,
        changed_at timestamptz not null,
        unique (plan_id, rehab_item_id),
        check (state <> 'discharged' or summary is not null)
      );
      create index episode_newest on episode (opened_at desc, id desc);
      create index episode_by_patient on episode (patient_id);

      create table visit (
        episode_id uuid not null references episode (id),
        number int not null check (number >= 1),
        partner_id text not null,
        visited_at timestamptz not null,
        note text,
        recorded_by jsonb not null,
        recorded_at timestamptz not null,
        primary key (episode_id, number)
      );

      create table progress_report (
        id uuid primary key,
        episode_id uuid not null references episode (id),
        partner_id text not null,
        measurements jsonb not null,
        flare jsonb,
        concern text,
        reported_by jsonb not null,
        reported_at timestamptz not null
      );
      create index progress_report_by_episode on progress_report (episode_id, reported_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table progress_report;
      drop table visit;
      drop table episode;
      drop table team_member;
      drop table plan_copy;
    `);
  }
}
