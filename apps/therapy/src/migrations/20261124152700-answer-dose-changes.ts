import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Loops of therapy: another dose is asked for and answered; what a payer asks of a course has its day. */
export class AnswerDoseChanges1795534020000 implements MigrationInterface {
  readonly name = 'AnswerDoseChanges1795534020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dose_change (
        id uuid primary key,
        episode_id uuid not null references episode (id),
        partner_id text not null,
        proposal text not null,
        reason text not null,
        state text not null check (state in ('open', 'answered', 'course-ended')),
        requested_at timestamptz not null,
        requested_by jsonb not null,
        answered_version int,
        reply text,
        answered_at timestamptz,
        answered_by jsonb,
        check ((state = 'open') = (answered_at is null))
      );
      create unique index dose_change_open on dose_change (episode_id) where state = 'open';
      create index dose_change_newest on dose_change (requested_at desc, id desc);

      create table certification (
        id bigint generated always as identity primary key,
        episode_id uuid not null references episode (id),
        partner_id text not null,
        kind text not null check (kind in ('signed', 'transmitted')),
        on_day date not null,
        until_day date,
        recorded_at timestamptz not null,
        recorded_by jsonb not null
      );
      create index certification_by_episode on certification (episode_id, partner_id);

      create table paperwork (
        episode_id uuid not null references episode (id),
        partner_id text not null,
        kind text not null check (kind in ('certification', 'recertification', 'progress-report', 'discharge-summary')),
        due_on date,
        remind_on date not null,
        treatment_days_left int,
        source text not null,
        as_of date,
        is_told boolean not null default false,
        primary key (episode_id, partner_id, kind)
      );
      create index paperwork_by_partner on paperwork (partner_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table paperwork;
      drop table certification;
      drop table dose_change;
    `);
  }
}
